//! Whether two figures can speak of the same people.
//!
//! "12 people" holds "five women" and may be "12 civilians"; "five women" and "three men" have nobody
//! in common. Kin knows groups, units, places and sources; of numbers only whether two are one value and
//! what two come to.

use rust_decimal::Decimal;

use super::RelationKind;
use super::near::near;
use crate::document::BlockKind;
use crate::figure::{Change, Facet, Figure, Group, Source, Voice};
use crate::lexicon::Outcome;
use crate::quantity::{Agreement, Bound, Quantity};

/// Words of at most so many letters do not tell one source from another.
const SMALL: usize = 3;

/// So many letters tell words of one stem.
const STEM: usize = 6;

/// How the people of one figure stand to those of another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kin {
    /// They are described alike.
    Same,
    /// The first may hold the second.
    Wider,
    /// The first may be a part of the second.
    Narrower,
    /// They cross, as women and Ukrainians do.
    Crossing,
    /// Nobody is of both.
    Apart,
}

/// How the people of `a` stand to those of `b`.
pub(super) fn kin(a: &Figure, b: &Figure) -> Kin {
    match (told(a), told(b)) {
        _ if a.collective != b.collective => Kin::Apart,
        (None, None) => Kin::Same,
        (None, Some(_)) => Kin::Wider,
        (Some(_), None) => Kin::Narrower,
        (Some(ours), Some(theirs)) => match groups(ours, theirs) {
            Kin::Apart if are_named_short(a, b) => Kin::Same,
            kin => kin,
        },
    }
}

/// "Three army officers … along with two other officers": whether the one are told by the last word for the others.
fn are_named_short(a: &Figure, b: &Figure) -> bool {
    let short = |long: &str, short: &str| {
        let last = long.rsplit_once(' ').map(|(_, last)| last);
        last.is_some_and(|last| last.eq_ignore_ascii_case(short))
    };
    let units = a.unit.as_deref().zip(b.unit.as_deref());
    units.is_some_and(|(a, b)| short(a, b) || short(b, a))
}

/// The group of a figure, where it says more than what happened: not "hostages" of people who were seized.
pub(super) fn told(figure: &Figure) -> Option<&Group> {
    let says_more = |group: &&Group| {
        figure.outcome != Outcome::Captured || !group.traits.iter().all(|t| t.captured)
    };
    figure.group.as_ref().filter(says_more)
}

fn groups(a: &Group, b: &Group) -> Kin {
    match (a.lies_in(b), b.lies_in(a)) {
        (true, true) => Kin::Same,
        _ if a.excludes(b) => Kin::Apart,
        _ if named_alike(a, b) => Kin::Same,
        (true, false) => Kin::Narrower,
        (false, true) => Kin::Wider,
        (false, false) => Kin::Crossing,
    }
}

/// Whether two groups differ only by what their words imply: the sex of policemen, the nation of a
/// party's "Kurdish YPG fighters".
fn named_alike(a: &Group, b: &Group) -> bool {
    fn told(group: &Group, parties: bool) -> impl Iterator<Item = &str> {
        let implied = move |facet| match facet {
            Facet::Age | Facet::Sex => true,
            Facet::Nation => parties,
            _ => false,
        };
        group.traits.iter().filter(move |t| !implied(t.facet)).map(|t| t.name.as_str())
    }
    let party = |group: &Group| group.traits.iter().any(|t| t.facet == Facet::Side);
    let parties = party(a) && party(b);
    let times = |group, name: &str| told(group, parties).filter(|own| *own == name).count();
    let alike = told(a, parties).all(|name| times(a, name) == times(b, name));
    alike
        && told(a, parties).next().is_some()
        && told(a, parties).count() == told(b, parties).count()
}

impl Kin {
    /// Whether one of the two may be all of the other.
    pub(super) fn nests(self) -> bool {
        matches!(self, Kin::Same | Kin::Wider | Kin::Narrower)
    }
}

/// Whether two figures come from one source, as far as the text says: the army, its spokesman and a
/// person who may be one do, named or not. A sentence that is set against what was said before gives another
/// account.
pub(super) fn same_source(earlier: &Figure, later: &Figure) -> bool {
    match (&earlier.source, &later.source) {
        (Some(a), Some(b)) if share_word(&a.name, &b.name) || share_office(a, b) => true,
        (Some(a), Some(b)) => {
            let one = match (a.voice, b.voice) {
                (Voice::Outside, _) | (_, Voice::Outside) => false,
                (Voice::Person, Voice::Person) => is_named(a) != is_named(b),
                // "authorities said … the interior ministry said", not "the UN mission said"
                (Voice::Official, Voice::Body) => !is_named(b),
                (Voice::Body, Voice::Official) => !is_named(a),
                (Voice::Person, Voice::Body) => !speaks_for_own(a),
                (Voice::Body, Voice::Person) => !speaks_for_own(b),
                (Voice::Official, Voice::Official) => true,
                (a, b) => a != b,
            };
            one && !later.cues.contrast
        }
        _ => !later.cues.contrast,
    }
}

/// Whether a figure comes from an office or a body, not from a person who speaks for himself.
pub(super) fn is_of_office(figure: &Figure) -> bool {
    figure.source.as_ref().is_some_and(|source| source.voice != Voice::Person)
}

/// "Residents", "the group's caller", but not "Amadi Forrest", who may speak for any body.
pub(super) fn is_outsider(source: &Source) -> bool {
    let common = |word: &str| word.chars().next().is_some_and(char::is_lowercase);
    let described = source.name.split_whitespace().any(common);
    source.voice == Voice::Outside && source.office.is_none() && described
}

/// "The group's spokesman": whether somebody is known only by whose voice he is.
fn speaks_for_own(person: &Source) -> bool {
    person.name.contains("'s ") || person.name.contains("’s ")
}

/// Whether one of two sources heads or speaks for what the other is, or both do: "Ana Ruiz, head of the agency" and
/// "agency officials".
fn share_office(a: &Source, b: &Source) -> bool {
    let (ours, theirs) = (a.office.as_ref(), b.office.as_ref());
    let speaks = |office: Option<&String>, name: &str| office.is_some_and(|o| share_word(o, name));
    speaks(ours, &b.name)
        || speaks(theirs, &a.name)
        || ours.zip(theirs).is_some_and(|(ours, theirs)| share_word(ours, theirs))
}

/// Whether two figures name one source by the same words.
pub(super) fn names_one_source(a: &Figure, b: &Figure) -> bool {
    a.source.as_ref().zip(b.source.as_ref()).is_some_and(|(a, b)| a.name == b.name)
}

/// How two numbers for the same people relate: as one count, or as those of two accounts.
pub(super) fn by_account(earlier: &Figure, later: &Figure) -> RelationKind {
    if same_source(earlier, later) { RelationKind::Same } else { RelationKind::Disagree }
}

/// Whether a source goes by a name, not by an office: "Ana Ruiz", not "army spokesman".
fn is_named(source: &Source) -> bool {
    source.name.chars().any(char::is_uppercase)
}

/// Whether two names share a word that is no small one: "monitor", "the monitor's director". The land
/// or city that both begin with, as in "Kabul police" and "Kabul hospitals", is not enough.
pub(super) fn share_word(a: &str, b: &str) -> bool {
    let own = |word: &str| word.trim_end_matches("'s").trim_end_matches("’s").to_lowercase();
    let words = |name: &str| name.split_whitespace().map(own).collect::<Vec<_>>();
    let (ours, theirs) = (words(a), words(b));
    let opening = ours.len() > 1 && theirs.len() > 1 && ours.first() == theirs.first();
    let shared = |word: &String| {
        word.chars().count() > SMALL && theirs.iter().any(|other| stem(other) == stem(word))
    };
    ours.iter().skip(usize::from(opening)).any(shared)
}

/// The start of a word, in which "minister" and "ministry" agree.
fn stem(word: &str) -> &str {
    word.char_indices().nth(STEM).map_or(word, |(end, _)| &word[..end])
}

/// Whether a figure states a count that holds by itself: no rate, no difference, no single victim.
pub(super) fn stands_alone(figure: &Figure) -> bool {
    let counts = figure.is_stated() && figure.per.is_none();
    counts && figure.cues.change != Some(Change::By) && !figure.is_entry()
}

/// "A total of 40", "bringing the toll to 40": whether the text says that a figure is of all.
pub(super) fn is_announced(figure: &Figure) -> bool {
    figure.cues.total || figure.cues.change == Some(Change::To)
}

/// Whether a figure counts all to whom something happened, as far as its sentence says.
pub(super) fn is_whole(figure: &Figure) -> bool {
    figure.cues.part_of.is_none() && figure.cues.among.is_none() && !figure.is_entry()
}

/// Whether a figure stands above the body: a headline, a standfirst or a heading.
pub(super) fn is_heading(figure: &Figure) -> bool {
    matches!(figure.place.kind, BlockKind::Headline | BlockKind::Standfirst | BlockKind::Heading)
}

/// Whether a figure of the body counts all of some people by itself.
pub(super) fn counts_all(figure: &Figure) -> bool {
    stands_alone(figure) && is_whole(figure) && !is_heading(figure)
}

/// Whether a figure of the body counts all of some people to a head.
pub(super) fn counts_exactly(figure: &Figure) -> bool {
    counts_all(figure) && figure.quantity.bound == Bound::Exact
}

/// Whether people of one outcome are a part of those of the other: the dead are casualties.
pub(super) fn outcome_within(part: Outcome, whole: Outcome) -> bool {
    part == whole
        || whole == Outcome::Affected
        || (whole == Outcome::Casualties && matches!(part, Outcome::Killed | Outcome::Injured))
}

/// Whether the people of one figure can be among those of another by what happened to them: nobody
/// who escaped is dead or missing.
pub(super) fn may_be_among(part: &Figure, whole: &Figure) -> bool {
    outcome_within(part.outcome, whole.outcome) && !(whole.cues.alive && is_lost(part.outcome))
}

/// Whether people are dead or missing.
pub(super) fn is_lost(outcome: Outcome) -> bool {
    matches!(outcome, Outcome::Killed | Outcome::Missing)
}

/// Whether a figure counts people besides those that an earlier figure counts: "another 12".
pub(super) fn adds_to(later: &Figure, earlier: &Figure) -> bool {
    let near = later.place.sentence.abs_diff(earlier.place.sentence) <= 2;
    later.cues.besides && !later.cues.definite && later.outcome == earlier.outcome && near
}

/// Whether a figure gives a count that no longer holds: "an earlier toll of 12".
pub(super) fn is_former(figure: &Figure) -> bool {
    figure.cues.change == Some(Change::From)
}

/// The former counts of a figure's outcome in its sentence: "23 are missing, down from 35".
pub(super) fn formers_beside<'a>(
    figures: &'a [Figure],
    figure: &'a Figure,
) -> impl Iterator<Item = &'a Figure> {
    let beside = figures[near(figures, figure.place.sentence, 0)].iter();
    beside.filter(|f| is_former(f) && f.outcome == figure.outcome)
}

/// Whether two figures have one number.
pub(super) fn equal(a: &Figure, b: &Figure) -> bool {
    a.quantity.nominal.is_some() && a.quantity.nominal == b.quantity.nominal
}

/// The number of the people of two figures together.
pub(super) fn sum_of(a: &Figure, b: &Figure) -> Option<Decimal> {
    a.quantity.plus(&b.quantity).and_then(|sum| sum.nominal)
}

/// The same for any figures; none where one of them gives no number.
pub(super) fn sum_of_several<'a>(figures: impl IntoIterator<Item = &'a Figure>) -> Option<Decimal> {
    let sum = Quantity::sum(figures.into_iter().map(|f| &f.quantity));
    sum.and_then(|sum| sum.nominal)
}

/// "Elsewhere it killed another 344": whether a figure counts others than those of whom the body has no count before.
pub(super) fn is_besides_unread(figures: &[Figure], figure: &Figure) -> bool {
    let before = |f: &&Figure| f.place.word < figure.place.word;
    figure.cues.besides && figures.iter().take_while(before).all(is_heading)
}

/// Whether a heading of the outcome gives a figure's value for people who may be its own.
pub(super) fn is_headed(figures: &[Figure], outcome: Outcome, figure: &Figure) -> bool {
    let mut heads = figures.iter().filter(|f| is_heading(f) && f.outcome == outcome);
    heads.any(|head| gives(head, figure) && kin(head, figure).nests())
}

/// Whether two figures give the same value: the same number, or two that go together and are of one
/// order ("dozens" and 41, but not "up to 400" and 16).
pub(super) fn gives(a: &Figure, b: &Figure) -> bool {
    let (x, y) = (a.quantity.nominal, b.quantity.nominal);
    let alike = match x.zip(y) {
        Some((x, y)) if x == y => return true,
        Some((x, y)) => x.min(y).checked_mul(Decimal::TWO).is_some_and(|twice| x.max(y) <= twice),
        None => a.scope.certain && b.scope.certain,
    };
    alike && a.quantity.agreement(&b.quantity) == Agreement::Plausible
}
