//! Noun phrases, the unit they count and the group that they name.

use super::*;
use crate::document::Document;
use crate::lexicon::Lexicon;

/// Unit and label of the phrase before the bar; the words behind it are its sentence.
fn counted(phrase: &str) -> (String, String) {
    let counted = read_phrase(phrase);
    let label = counted.group.map(|g| g.label);
    (counted.unit.unwrap_or_default(), label.unwrap_or_default())
}

fn read_phrase(phrase: &str) -> Counted {
    let noun = phrase.split('|').next().map_or(0, str::len);
    let document = Document::plain(phrase.replace('|', " "));
    let text = crate::text::read(&document, Lexicon::english());
    let end = text.words.iter().take_while(|w| w.span.end <= noun).count();
    read(&text, 0..end, text.words.len())
}

fn group_of(phrase: &str) -> Group {
    read_phrase(phrase).group.expect("a group")
}

#[track_caller]
fn check(phrase: &str, unit: &str, label: &str) {
    assert_eq!(counted(phrase), (unit.into(), label.into()), "{phrase}");
}

#[test]
fn the_noun_is_the_unit_and_what_tells_people_apart_is_the_group() {
    check("people", "people", "");
    check("other people", "people", "");
    check("soldiers", "soldiers", "soldiers");
    check("Ukrainian troops", "troops", "ukrainian troops");
    check("policemen", "policemen", "policemen");
    check("soldier", "soldier", "soldiers");
    check("woman", "woman", "women");
    check("soldiers' lives", "lives", "soldiers");
    check("civilian victims", "victims", "civilians");
    check("armed militiamen", "militiamen", "militiamen");
    check("young Jewish women", "women", "jewish women");
    check("Palestinians", "palestinians", "palestinian");
    check("strangers", "strangers", "");
    check("hostage-takers", "hostage-takers", "");
    check("dead", "", "");
    check("deaths", "deaths", "");
}

#[test]
fn a_country_or_party_may_stand_behind_the_noun() {
    check("troops|from Ukraine were killed", "troops", "ukrainian troops");
    check("US", "", "us");
    check("fighters|of the YPG died", "fighters", "ypg fighters");
    check("members|of the Revolutionary Guards", "members", "revolutionary guards");
    check("members|of the Free Valley Army were", "members", "free valley army");
    check("members|of the Omani-backed Free Valley Army", "members", "free valley army");
    check("members|of the Hamas militants", "members", "hamas militants");
    check("members|of the army and police", "members", "army and police");
    check("members|of the Taliban north of the city", "members", "taliban");
    check("members|of a wedding party", "members", "wedding party");
    check("members|of a family", "members", "");
    check("staff|of the Union of Divers", "staff", "staff");
    check("civilians|in Gaza", "civilians", "civilians");
    check("people|in Syria", "people", "");
}

#[test]
fn a_backer_is_not_those_who_are_backed() {
    check("U.S.-backed fighters", "fighters", "fighters");
    check("US soldiers", "soldiers", "us soldiers");
}

#[test]
fn coordinated_people_are_of_no_one_kind() {
    check("passengers and crew", "passengers and crew", "passengers and crew");
    check("Ukrainian and Russian soldiers", "soldiers", "ukrainian and russian soldiers");
    let mixed = group_of("women and children");
    assert!(!mixed.lies_in(&group_of("children")) && !group_of("men").lies_in(&mixed));
}

#[test]
fn all_of_them_may_be_of_a_kind() {
    check("people|, all civilians, died", "people", "civilians");
    check("people|, all Iraqi soldiers, died", "people", "iraqi soldiers");
    check("people|, mostly civilians, died", "people", "");
}

#[test]
fn groups_exclude_each_other_only_where_language_says_so() {
    let excludes = |a, b| group_of(a).excludes(&group_of(b));
    assert!(excludes("Ukrainian troops", "Russian troops"));
    assert!(excludes("soldiers", "civilians"));
    assert!(excludes("women", "children"));
    assert!(excludes("boys", "girls"));
    assert!(!excludes("civilians", "miners"));
    assert!(!excludes("women", "civilians"));
    assert!(!excludes("police", "soldiers"));
}

#[test]
fn narrower_groups_lie_in_wider_ones() {
    let lies = |a, b| group_of(a).lies_in(&group_of(b));
    assert!(lies("policewomen", "women") && lies("policewomen", "security forces"));
    assert!(lies("Ukrainian soldiers", "Ukrainians"));
    assert!(!lies("Ukrainians", "Ukrainian soldiers"));
}

#[test]
fn proper_names_keep_their_capitals() {
    let name = |phrase| group_of(phrase).name;
    assert_eq!(name("Ukrainian Soldiers"), "Ukrainian soldiers");
    assert_eq!(name("UKRAINIAN SOLDIERS"), "Ukrainian soldiers");
    assert_eq!(name("Palestinians"), "Palestinian");
    assert_eq!(name("US soldiers"), "US soldiers");
    assert_eq!(name("IS jihadists"), "IS jihadists");
    assert_eq!(name("fighters|of the YPG died"), "YPG fighters");
    assert_eq!(name("members|of the Free Valley Army were"), "Free Valley Army members");
    assert_eq!(name("troops|from Ukraine were killed"), "Ukrainian troops");
}
