//! What speaks for two figures being one count, by how a text tells its news twice.
//!
//! "A shell on Bab Sharq injured five. A source said that a shell fell on Bab Sharq, injuring two" gives
//! the news and then its source. It knows the places and the people of sentences, not their words.

use rust_decimal::Decimal;

use super::back::before;
use super::{LEDE, is_first};
use crate::figure::{Facet, Figure, Group, Trait};
use crate::lexicon::Outcome;
use crate::quantity::Bound;
use crate::relate::kin::{Kin, equal, is_heading, is_whole, kin, names_one_source, same_source};
use crate::relate::near::near;
use crate::relate::version::may_be_versions;

/// How many sentences below the news its source's account may begin.
const REACH: usize = 2;

/// Whether a sentence gives the news of a place, and a later one of its paragraph a source's account of it.
pub(super) fn is_account(figures: &[Figure], first: &Figure, later: &Figure) -> bool {
    let told = first.source.is_none() && later.source.is_some();
    let place = first.scope.place_name();
    let here = place.is_some() && place == later.scope.place_name();
    let beside = first.place.block == later.place.block
        && later.place.sentence - first.place.sentence <= REACH;
    let only = |of: &Figure| {
        let sentence = near(figures, of.place.sentence, 0);
        sentence.filter(|id| figures[*id].outcome == of.outcome).count() == 1
    };
    // "One civilian was killed and 13 others were hurt … injuring 13 people": the others may be anybody.
    let carried = |f: &Figure| f.cues.besides;
    let related = kin(first, later);
    let alike = related == Kin::Same || related.nests() && (carried(first) || carried(later));
    told && here && beside && alike && only(first) && only(later)
}

/// Whether the first sentences count the same people twice, one kind after the other, and give one kind the same
/// number: "killing five women and a child … Eight women and a child have been killed".
pub(super) fn lists_alike(figures: &[Figure], first: &Figure, later: &Figure) -> bool {
    let news = first.place.sentence <= LEDE && later.place.sentence <= LEDE + REACH;
    // "Six children and the driver died on the spot, and two at the hospital"
    let some = later.cues.at_once || first.cues.at_once;
    news && !some && are_one_list(figures, first, later, is_whole)
}

/// The same for the kinds among those to whom something happened, wherever one source gives them: "the dead include 14
/// children and four women … those killed include 19 children and four women".
pub(super) fn names_alike(figures: &[Figure], first: &Figure, later: &Figure) -> bool {
    let among = first.cues.among == later.cues.among;
    let one = among && same_source(first, later) && may_be_versions(first, later);
    one && are_one_list(figures, first, later, |f| f.cues.among == first.cues.among)
}

/// Whether the sentences of two figures count people of the same kinds, in the same order, one of them by the same number.
fn are_one_list(
    figures: &[Figure],
    first: &Figure,
    later: &Figure,
    counts: impl Fn(&Figure) -> bool,
) -> bool {
    let list = |of: &Figure| -> Vec<&Figure> {
        let sentence = &figures[near(figures, of.place.sentence, 0)];
        sentence.iter().filter(|f| f.outcome == of.outcome && counts(f)).collect()
    };
    fn kinds<'a>(list: &[&'a Figure]) -> Vec<(Outcome, Option<&'a Group>)> {
        list.iter().map(|f| (f.outcome, f.group.as_ref())).collect()
    }
    let (a, b) = (list(first), list(later));
    let again = a.iter().zip(&b).any(|(a, b)| a.quantity.nominal == b.quantity.nominal);
    // "131 passengers and eight crew … released ten passengers … That left 90 passengers and the crew of eight"
    let freed = |f: &Figure| {
        let some = f.outcome == Outcome::Affected && f.quantity.nominal < first.quantity.nominal;
        some && f.place.word > first.place.word && kin(f, first) == Kin::Same
    };
    let fewer = later.quantity.nominal < first.quantity.nominal;
    let left = fewer && before(figures, later).any(freed);
    !left && a.len() > 1 && kinds(&a) == kinds(&b) && a.iter().all(|f| f.group.is_some()) && again
}

/// "A raid hit a village, killing civilians including three children … Three children were among 19 killed": whether the
/// first sentences count one kind of the dead twice, the second time as a part of all.
pub(super) fn are_of_the_news(figures: &[Figure], first: &Figure, later: &Figure) -> bool {
    let kind = |t: &Trait| t.facet == Facet::Age;
    let told = first.group.as_ref().is_some_and(|g| g.traits.iter().any(kind));
    let exact = |f: &Figure| f.quantity.bound == Bound::Exact && f.scope.event == 0;
    let whole = later.cues.part_of.map(|whole| &figures[whole]);
    let more = |w: &Figure| w.quantity.nominal > first.quantity.nominal.max(later.quantity.nominal);
    let of_all = whole.is_some_and(|w| w.scope.event == 0 && is_whole(w) && more(w));
    let others = |f: &&Figure| f.outcome == first.outcome && f.place.word < first.place.word;
    let opens = !figures.iter().filter(others).any(|f| !is_heading(f) && f.is_stated());
    let near = first.place.sentence <= LEDE && later.place.sentence <= LEDE + REACH;
    let one = kin(first, later) == Kin::Same && first.place.sentence != later.place.sentence;
    told && one && opens && near && of_all && is_whole(first) && exact(first) && exact(later)
}

/// "At least 43 were killed when shells fell on the town of Selu … Shells killed at least 60 in the town": whether a sentence
/// right behind the one that opens the news tells it again in many of the same words.
pub(super) fn opens_twice(figures: &[Figure], first: &Figure, later: &Figure) -> bool {
    let near = later.place.sentence - first.place.sentence <= REACH;
    let place = later.scope.place_name();
    let here = place.is_none() || first.scope.place.is_none() || place == first.scope.place_name();
    // "in Damascus … in Syria's capital"
    let here = (here || first.scope.area || later.scope.area) && !later.scope.fronted;
    let here = here || first.echo.repeats(&later.echo);
    let plain = |f: &Figure| f.cues.change.is_none() && !f.cues.total && f.scope.event == 0;
    // "Four U.S. soldiers … 'Four Task Force soldiers', the military said"
    let related = kin(first, later);
    let one_source = names_one_source(first, later) && first.group.is_some();
    let alike = related == Kin::Same || one_source && later.group.is_some() && related.nests();
    let one = alike && plain(first) && plain(later);
    let retold = || first.echo.retells(&later.echo) && is_first(figures, first);
    near && here && one && may_be_versions(first, later) && retold()
}

/// "One man was killed and two others were wounded … The four others were taken to hospital": whether the hurt beside the
/// dead are spoken of again, and are more, or in as bad a state both times.
pub(super) fn are_other_hurt(figures: &[Figure], first: &Figure, later: &Figure) -> bool {
    let others = |f: &Figure| f.outcome == Outcome::Injured && f.cues.besides;
    let more = later.quantity.nominal > first.quantity.nominal;
    // "with two other people in critical condition … leaving five other victims in critical condition"
    let state = first.cues.graded && later.cues.graded;
    let again = others(first) && others(later) && (later.cues.definite && more || state);
    let apart = later.place.sentence - first.place.sentence;
    let close = apart <= REACH || first.place.sentence <= LEDE;
    let dead = |f: &Figure| f.outcome == Outcome::Killed && is_whole(f);
    let beside = figures[near(figures, first.place.sentence, 0)].iter().any(dead);
    let known = |f: &Figure| f.outcome != Outcome::Injured || equal(f, first);
    again && close && beside && before(figures, later).all(known)
}

/// "One soldier was killed and two others wounded … a soldier was killed and five others were wounded": whether the
/// sentence that opens the news and one right behind it tell each of one who died and of others who were hurt.
pub(super) fn tells_of_one(figures: &[Figure], first: &Figure, later: &Figure) -> bool {
    let one = |of: &Figure| {
        let told = |f: &&Figure| !f.cues.perpetrators && f.place.word <= of.place.word;
        let here = near(figures, of.place.sentence, 0);
        let sentence: Vec<&Figure> = figures[here.clone()].iter().filter(told).collect();
        // "One deputy was shot and died. Two others were hurt"
        let last = |f: &&Figure| {
            let before = f.place.sentence + 1 == of.place.sentence;
            before && f.place.block == of.place.block && of.cues.besides
        };
        let list = match sentence[..] {
            [_] => figures[near(figures, of.place.sentence, 1).start..here.start]
                .iter()
                .filter(last)
                .filter(told)
                .chain(sentence)
                .collect(),
            _ => sentence,
        };
        let [dead, hurt] = list[..] else { return false };
        let died = dead.outcome == Outcome::Killed && dead.quantity.nominal == Some(Decimal::ONE);
        died && is_whole(dead) && hurt.span == of.span && of.scope.certain
    };
    let place = first.scope.place_name();
    let here = place.is_some() && place == later.scope.place_name();
    let here = here || names_one_source(first, later);
    let news = first.place.sentence <= LEDE && later.place.sentence - first.place.sentence <= REACH;
    let certain = first.scope.event == 0 && later.scope.event == 0;
    news && certain && here && one(first) && one(later) && may_be_versions(first, later)
}
