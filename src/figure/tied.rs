//! Which readings are worth keeping once the whole document is read.
//!
//! "20 aboard" is a figure beside "12 drowned", and none in a piece about trains; "thousands of
//! victims" may be of fraud. It knows the readings of the document, not the words.

use rust_decimal::Decimal;

use super::{Figure, FigureId, Place};
use crate::lexicon::Outcome;

/// A figure, and whether only its noun says that anything happened.
#[derive(Debug)]
pub(super) struct Draft {
    /// The figure as read.
    pub(super) figure: Figure,
    /// Its outcome rests on a noun such as "victims" alone.
    pub(super) weak: bool,
}

/// The most victims more than the dead who are still the dead, counted again.
const FEW: Decimal = Decimal::from_parts(3, 0, 0, false, 0);

/// The same for many dead: a seventh of them.
const SHARE: Decimal = Decimal::from_parts(7, 0, 0, false, 0);

/// How many sentences away a population may stand from what it is measured against.
const REACH: usize = 3;

/// Keeps the figures that something around them bears out, and their ties to each other.
pub(super) fn keep(mut drafts: Vec<Draft>) -> Vec<Figure> {
    settle_victims(&mut drafts);
    settle_struck(&mut drafts);
    let sure: Vec<usize> = drafts.iter().filter(|d| is_sure(d)).map(sentence).collect();
    let mut places: Vec<Option<FigureId>> = Vec::with_capacity(drafts.len());
    let mut kept = 0;
    for draft in &drafts {
        let keep = is_borne_out(draft, &sure);
        places.push(keep.then_some(kept));
        kept += usize::from(keep);
    }
    let kept = drafts.into_iter().zip(&places).filter(|(_, place)| place.is_some());
    let figures = kept.map(|(draft, _)| draft.figure);
    let mut figures: Vec<Figure> = figures.map(|figure| moved(figure, &places)).collect();
    part_the_living(&mut figures);
    figures
}

/// "Eleven were killed, of whom four were children, and 26 were injured": those who were hurt are none of the dead.
fn part_the_living(figures: &mut [Figure]) {
    for at in 0..figures.len() {
        let Figure { outcome, ref cues, .. } = figures[at];
        let of_dead = |whole: FigureId| figures[whole].outcome == Outcome::Killed;
        if outcome == Outcome::Injured && cues.part_of.is_some_and(of_dead) {
            figures[at].cues.part_of = None;
            figures[at].cues.among = None;
        }
    }
}

/// "Five people were shot and a girl was injured": whoever was shot was hurt, where the article tells of hurt and of
/// no dead. "A man was killed and four others were shot": the others were hurt.
fn settle_struck(drafts: &mut [Draft]) {
    let any = |outcome| drafts.iter().any(|d| !d.weak && d.figure.outcome == outcome);
    let (killed, hurt) = (any(Outcome::Killed), any(Outcome::Injured));
    // "Two others were shot, one who died"
    let fatal = |d: &&Draft| d.figure.outcome == Outcome::Killed && d.figure.unit.is_none();
    let fatal: Vec<_> = drafts.iter().filter(fatal).map(|d| d.figure.place).collect();
    let mut died = false;
    for Draft { figure, weak } in drafts.iter_mut().filter(|d| !d.weak || d.figure.cues.besides) {
        died |= figure.outcome == Outcome::Killed && !*weak;
        let behind = |p: &Place| p.sentence == figure.place.sentence && p.word > figure.place.word;
        let struck = figure.outcome == Outcome::Casualties && figure.cues.struck;
        let others = || died && figure.cues.besides && !fatal.iter().any(behind);
        if struck && if killed { others() } else { hurt } {
            figure.outcome = Outcome::Injured;
        }
    }
}

/// "19,000 died of it … The 1,900 victims are buried here": so much fewer victims than dead are the
/// dead, with a zero lost. "22 died and 36 were hurt … the 23 victims": as many, or so few more where
/// more were hurt, are the dead too.
fn settle_victims(drafts: &mut [Draft]) {
    let dead = |d: &&Draft| d.figure.outcome == Outcome::Killed && !d.weak && d.figure.is_stated();
    let Some(first) = drafts.iter().position(|d| dead(&d)) else { return };
    let told = drafts[first].figure.quantity.nominal;
    let whole = |d: &&Draft| d.figure.cues.among.is_none() && d.figure.cues.part_of.is_none();
    let tolls: Vec<Decimal> = drafts
        .iter()
        .filter(|d| dead(d) && whole(d))
        .filter_map(|d| d.figure.quantity.nominal)
        .collect();
    let hurt = |d: &&Draft| d.figure.outcome == Outcome::Injured;
    // Where nobody was hurt, and nobody died who is not counted, a few victims more are the dead too.
    let lone = |d: &Draft| d.figure.outcome == Outcome::Killed && !d.figure.is_stated();
    let nobody = !drafts.iter().any(|d| hurt(&d) || lone(d));
    let hurt = drafts.iter().filter(hurt).filter(|d| d.figure.is_stated());
    let hurt = hurt.filter_map(|d| d.figure.quantity.nominal).max();
    for id in first + 1..drafts.len() {
        let Draft { figure, weak } = &drafts[id];
        // not "the six surviving victims"
        let again = figure.cues.definite && !figure.cues.besides && !figure.cues.alive;
        let victims = *weak && figure.outcome == Outcome::Casualties && again;
        let Some(count) = figure.quantity.nominal.filter(|_| victims) else { continue };
        if tolls.iter().all(|toll| *toll != count) && are_dead_and_hurt(drafts, count) {
            continue;
        }
        let tenth = told.is_some() && count.checked_mul(Decimal::TEN) == told;
        let few = |toll: Decimal| nobody && count > toll && count - toll <= FEW && toll > FEW;
        if tenth || tolls.iter().any(|toll| are_near(count, *toll, hurt) || few(*toll)) {
            bury(drafts, id);
        }
    }
    settle_lists(drafts, &tolls);
}

/// "31 people were killed and 68 wounded … Of the 99 victims": whether a number is that of the dead and the hurt of one
/// sentence.
fn are_dead_and_hurt(drafts: &[Draft], count: Decimal) -> bool {
    drafts.windows(2).any(|pair| {
        let [a, b] = [&pair[0].figure, &pair[1].figure];
        let told = (a.outcome, b.outcome) == (Outcome::Killed, Outcome::Injured);
        let sum = a.quantity.nominal.zip(b.quantity.nominal).and_then(|(a, b)| a.checked_add(b));
        told && sentence(&pair[0]) == sentence(&pair[1]) && sum == Some(count)
    })
}

/// "63 died … The victims were 28 women, 14 children and 11 men": a list that tells who all the victims were, and
/// gives no more than the dead or few more, is one of the dead.
fn settle_lists(drafts: &mut [Draft], tolls: &[Decimal]) {
    let listed = |d: &Draft| {
        let Figure { outcome, cues, .. } = &d.figure;
        let victims = *outcome == Outcome::Casualties && cues.among == Some(Outcome::Casualties);
        victims && cues.complete
    };
    for list in drafts.chunk_by_mut(|a, b| sentence(a) == sentence(b)) {
        let told = list.iter().filter(|d| listed(d)).filter_map(|d| d.figure.quantity.nominal);
        let sum = told.fold(Decimal::ZERO, Decimal::saturating_add);
        let dead = |toll: &Decimal| {
            sum <= *toll + FEW.max(*toll / SHARE) && *toll <= sum.saturating_mul(Decimal::TWO)
        };
        if sum.is_zero() || !tolls.iter().any(dead) {
            continue;
        }
        for Draft { figure, .. } in list.iter_mut().filter(|d| listed(d)) {
            figure.outcome = Outcome::Killed;
            figure.cues.among = Some(Outcome::Killed);
        }
    }
}

/// Takes a count of victims, and those who are a part of it, for the dead.
fn bury(drafts: &mut [Draft], id: FigureId) {
    for (at, Draft { figure, .. }) in drafts.iter_mut().enumerate() {
        let part = figure.cues.part_of == Some(id) && figure.outcome == Outcome::Casualties;
        if at == id || part {
            figure.outcome = Outcome::Killed;
        }
    }
}

/// Whether so many victims may be the dead, miscounted, where so many were hurt besides.
fn are_near(victims: Decimal, dead: Decimal, hurt: Option<Decimal>) -> bool {
    let more = victims - dead;
    // "Two killed and two hurt … the four victims" are all of them.
    let apart = hurt.is_some_and(|hurt| more < hurt);
    more.is_zero() || more > Decimal::ZERO && more <= FEW.max(dead / SHARE) && apart && dead > FEW
}

fn sentence(draft: &Draft) -> usize {
    draft.figure.place.sentence
}

/// Whether a verb or a plain noun says that people were hurt or lost, or that they were saved.
fn is_sure(draft: &Draft) -> bool {
    !draft.weak && (draft.figure.outcome != Outcome::Affected || draft.figure.cues.alive)
}

/// Whether a figure stands by itself or beside one that does.
fn is_borne_out(draft: &Draft, sure: &[usize]) -> bool {
    let at = sentence(draft);
    let cues = &draft.figure.cues;
    match draft.figure.outcome {
        // "rescued 62 migrants", "released 115 captives"
        _ if is_sure(draft) => true,
        // "the five people on board", "the five survivors" are told of all over an article
        Outcome::Affected if !(cues.population || cues.alive && cues.definite) => {
            sure.iter().any(|s| s.abs_diff(at) <= REACH)
        }
        _ => !sure.is_empty(),
    }
}

/// The figure with its ties pointing to the new places.
fn moved(mut figure: Figure, places: &[Option<FigureId>]) -> Figure {
    figure.cues.part_of = figure.cues.part_of.and_then(|id| places[id]);
    figure.cues.recalls = figure.cues.recalls.and_then(|id| places[id]);
    figure
}
