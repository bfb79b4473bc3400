//! Small words that carry the structure of a sentence: "were", "including", "of".
//!
//! One table, `grammar.toml`, a section a class. It does not know what the words are used for.

use super::classes::{Classed, Classes};
use super::{Lexicon, classes};

/// The table of small words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct InGrammar;

/// The classes of a word in this table.
pub type Grammar = Classes<InGrammar>;

impl Classed for InGrammar {
    const CLASSES: &[(&str, Grammar)] = &[
        ("abbreviation", Grammar::ABBREVIATION),
        ("accused", Grammar::ACCUSED),
        ("adverb", Grammar::ADVERB),
        ("afterwards", Grammar::AFTERWARDS),
        ("aim", Grammar::AIM),
        ("among", Grammar::AMONG),
        ("among_them", Grammar::AMONG_THEM),
        ("and", Grammar::AND),
        ("article", Grammar::ARTICLE),
        ("at_once", Grammar::AT_ONCE),
        ("be", Grammar::BE),
        ("besides", Grammar::BESIDES),
        ("by", Grammar::BY),
        ("cause", Grammar::CAUSE),
        ("definite", Grammar::DEFINITE),
        ("every", Grammar::EVERY),
        ("earlier", Grammar::EARLIER),
        ("feared", Grammar::FEARED),
        ("from", Grammar::FROM),
        ("gave", Grammar::GAVE),
        ("had", Grammar::HAD),
        ("have", Grammar::HAVE),
        ("hospital", Grammar::HOSPITAL),
        ("including", Grammar::INCLUDING),
        ("intent", Grammar::INTENT),
        ("it", Grammar::IT),
        ("leave", Grammar::LEAVE),
        ("link", Grammar::LINK),
        ("mark", Grammar::MARK),
        ("modal", Grammar::MODAL),
        ("month", Grammar::MONTH),
        ("more", Grammar::MORE),
        ("most", Grammar::MOST),
        ("namely", Grammar::NAMELY),
        ("negation", Grammar::NEGATION),
        ("no", Grammar::NO),
        ("of", Grammar::OF),
        ("of_things", Grammar::OF_THINGS),
        ("origin", Grammar::ORIGIN),
        ("plural", Grammar::PLURAL),
        ("possessive", Grammar::POSSESSIVE),
        ("possible", Grammar::POSSIBLE),
        ("preposition", Grammar::PREPOSITION),
        ("pronoun", Grammar::PRONOUN),
        ("reflexive", Grammar::REFLEXIVE),
        ("relative", Grammar::RELATIVE),
        ("report", Grammar::REPORT),
        ("rise", Grammar::RISE),
        ("severity", Grammar::SEVERITY),
        ("still", Grammar::STILL),
        ("subordinator", Grammar::SUBORDINATOR),
        ("suffer", Grammar::SUFFER),
        ("tally", Grammar::TALLY),
        ("title", Grammar::TITLE),
        ("to", Grammar::TO),
        ("topic", Grammar::TOPIC),
        ("together", Grammar::TOGETHER),
        ("total", Grammar::TOTAL),
        ("until", Grammar::UNTIL),
        ("verb", Grammar::VERB),
        ("weekday", Grammar::WEEKDAY),
        ("with", Grammar::WITH),
        ("wrecked", Grammar::WRECKED),
    ];
}

impl Grammar {
    /// "inc", "feb": a stop after it ends a sentence only if the next word looks like a first one.
    pub const ABBREVIATION: Grammar = Grammar::nth(0);
    /// "also", "reportedly": may stand within a verb group.
    pub const ADVERB: Grammar = Grammar::nth(1);
    /// "and", "or", "but"
    pub const AND: Grammar = Grammar::nth(2);
    /// "a", "an"
    pub const ARTICLE: Grammar = Grammar::nth(3);
    /// "was", "were", "been"
    pub const BE: Grammar = Grammar::nth(4);
    /// "another", "other", "others", "more"
    pub const BESIDES: Grammar = Grammar::nth(5);
    /// "by", "as of": before a day, up to which people are counted.
    pub const UNTIL: Grammar = Grammar::nth(57);
    /// "by"
    pub const BY: Grammar = Grammar::nth(6);
    /// "the", "all", "these"
    pub const DEFINITE: Grammar = Grammar::nth(7);
    /// "has", "had"
    pub const HAVE: Grammar = Grammar::nth(8);
    /// "including", "among them"
    pub const INCLUDING: Grammar = Grammar::nth(9);
    /// "left", "leaving": takes people and what became of them.
    pub const LEAVE: Grammar = Grammar::nth(10);
    /// "could", "may"
    pub const MODAL: Grammar = Grammar::nth(11);
    /// "january", "jan"
    pub const MONTH: Grammar = Grammar::nth(12);
    /// "not", "never"
    pub const NEGATION: Grammar = Grammar::nth(13);
    /// "of"
    pub const OF: Grammar = Grammar::nth(14);
    /// "his", "their"
    pub const POSSESSIVE: Grammar = Grammar::nth(15);
    /// "in", "near"
    pub const PREPOSITION: Grammar = Grammar::nth(16);
    /// "he", "they"
    pub const PRONOUN: Grammar = Grammar::nth(17);
    /// "who", "which"
    pub const RELATIVE: Grammar = Grammar::nth(18);
    /// "when", "after"
    pub const SUBORDINATOR: Grammar = Grammar::nth(19);
    /// "in all", "a total of", "combined"
    pub const TOTAL: Grammar = Grammar::nth(20);
    /// A verb that is no outcome: "said", "attacked". Ends a noun phrase.
    pub const VERB: Grammar = Grammar::nth(21);
    /// "monday", "mon"
    pub const WEEKDAY: Grammar = Grammar::nth(22);
    /// "gen", "mr": a stop after it ends no sentence.
    pub const TITLE: Grammar = Grammar::nth(30);
    /// "threatened", "planned": what follows has not happened.
    pub const INTENT: Grammar = Grammar::nth(23);
    /// "feared", "remain": stands between people and their state.
    pub const LINK: Grammar = Grammar::nth(24);
    /// "critically": how badly.
    pub const SEVERITY: Grammar = Grammar::nth(25);
    /// "suffered": the state of the people follows as a noun.
    pub const SUFFER: Grammar = Grammar::nth(26);
    /// "no": a zero that takes a noun.
    pub const NO: Grammar = Grammar::nth(27);
    /// "more", "further", "additional": on top of those counted before.
    pub const MORE: Grammar = Grammar::nth(28);
    /// "with", "along with": goes on with the people before it.
    pub const WITH: Grammar = Grammar::nth(29);
    /// "all": what follows holds of every one of those just counted.
    pub const EVERY: Grammar = Grammar::nth(40);
    /// "from", "loyal to": where people come from or whose they are.
    pub const ORIGIN: Grammar = Grammar::nth(41);

    /// "may", "might": what follows is believed to have happened.
    pub const POSSIBLE: Grammar = Grammar::nth(31);

    /// "earlier", "initial": before a toll that was given before.
    pub const EARLIER: Grammar = Grammar::nth(32);
    /// "from"
    pub const FROM: Grammar = Grammar::nth(33);
    /// "himself"
    pub const REFLEXIVE: Grammar = Grammar::nth(36);
    /// "rose", "lowers": a count changes.
    pub const RISE: Grammar = Grammar::nth(34);
    /// "to"
    pub const TO: Grammar = Grammar::nth(35);
    /// "number" of "the number of people who died".
    pub const TALLY: Grammar = Grammar::nth(43);
    /// "are", "were": said of several; "the rest": stands for them.
    pub const PLURAL: Grammar = Grammar::nth(42);
    /// "comprising", "made up of": all the parts follow, as behind a colon.
    pub const NAMELY: Grammar = Grammar::nth(44);

    /// "on", "against": goes before whom an act is aimed at.
    pub const AIM: Grammar = Grammar::nth(37);
    /// "among them": of the people before.
    pub const AMONG_THEM: Grammar = Grammar::nth(56);
    /// "among": the people behind it are those who are counted, or hold them.
    pub const AMONG: Grammar = Grammar::nth(45);
    /// "as for": opens a sentence with whom it is about.
    pub const TOPIC: Grammar = Grammar::nth(46);
    /// "reports" of "no reports of casualties"
    pub const REPORT: Grammar = Grammar::nth(47);
    /// "feared" of "38 feared dead"
    pub const FEARED: Grammar = Grammar::nth(48);
    /// "causing": the harm follows.
    pub const CAUSE: Grammar = Grammar::nth(49);
    /// "had": what follows was so before.
    pub const HAD: Grammar = Grammar::nth(50);
    /// "put", "spoken": behind "had", a verb that gives a count which no longer holds.
    pub const GAVE: Grammar = Grammar::nth(51);
    /// "instantly": those who are counted are not yet all.
    pub const AT_ONCE: Grammar = Grammar::nth(52);
    /// "hospital", of "taken to hospital": ends a phrase that says an outcome, which other words may part.
    pub const PARTED: Grammar = Grammar::nth(53);
    /// "later": what happened to people after others had suffered it.
    pub const AFTERWARDS: Grammar = Grammar::nth(54);

    /// "of which": of the things named before, if any were.
    pub const OF_THINGS: Grammar = Grammar::nth(55);
    /// "together": a total of the counts told before.
    pub const TOGETHER: Grammar = Grammar::nth(39);
    /// "mark": says that a number was passed, not what it counts.
    pub const MARK: Grammar = Grammar::nth(58);
    /// "sank", "crashed": befalls all who are on board.
    pub const WRECKED: Grammar = Grammar::nth(59);
    /// "most", "the majority": a share without a number.
    pub const MOST: Grammar = Grammar::nth(60);
    /// "accused" of "accused of 10 murders": not all that follows need have been found true.
    pub const ACCUSED: Grammar = Grammar::nth(61);
    /// "clinic", "burns unit": where the hurt are taken, as to a hospital.
    pub const HOSPITAL: Grammar = Grammar::nth(62);
    /// "still": how things stand now, whenever they began.
    pub const STILL: Grammar = Grammar::nth(63);
    /// "it": a count may be meant.
    pub const IT: Grammar = Grammar::nth(38);

    /// The classes of words that open a noun phrase: "the", "a", "his".
    pub const DETERMINER: Grammar = Grammar::ARTICLE.or(Grammar::DEFINITE).or(Grammar::POSSESSIVE);

    /// The classes that end a noun phrase.
    pub const ENDS_PHRASE: Grammar = Grammar::ADVERB
        .or(Grammar::AND)
        .or(Grammar::ARTICLE)
        .or(Grammar::BE)
        .or(Grammar::BY)
        .or(Grammar::DEFINITE)
        .or(Grammar::HAVE)
        .or(Grammar::INCLUDING)
        .or(Grammar::LEAVE)
        .or(Grammar::LINK)
        .or(Grammar::MODAL)
        .or(Grammar::MONTH)
        .or(Grammar::NEGATION)
        .or(Grammar::OF)
        .or(Grammar::ORIGIN)
        .or(Grammar::POSSESSIVE)
        .or(Grammar::POSSIBLE)
        .or(Grammar::PREPOSITION)
        .or(Grammar::PRONOUN)
        .or(Grammar::RELATIVE)
        .or(Grammar::SEVERITY)
        .or(Grammar::SUBORDINATOR)
        .or(Grammar::SUFFER)
        .or(Grammar::UNTIL)
        .or(Grammar::VERB)
        .or(Grammar::WEEKDAY)
        .or(Grammar::WITH);
}

/// Reads `grammar.toml`.
pub(super) fn load(table: &str, lexicon: &mut Lexicon) -> Result<(), toml::de::Error> {
    classes::load(table, lexicon, |tags| &mut tags.grammar)
}
