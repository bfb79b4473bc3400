//! Small texts and who their counts come from. The count is in brackets.

use super::Sources;
use crate::document::Document;
use crate::lexicon::Lexicon;

/// The source of the count in brackets; a "#" begins a headline.
fn source(marked: &str) -> Option<String> {
    let place = marked.trim_start_matches("# ").find('[').expect("a count in brackets");
    let plain = marked.replace(['[', ']'], "");
    let headline = plain.strip_prefix("# ").map(|line| format!("{line}\n\nMore soon."));
    let document = Document::plain(headline.unwrap_or(plain));
    let text = crate::text::read(&document, Lexicon::english());
    let word = text.words.iter().position(|w| w.span.end > place)?;
    let sentence = text.sentences.iter().position(|s| s.words.contains(&word))?;
    Sources::read(&text, sentence).at(sentence, word).map(|source| source.name)
}

#[track_caller]
fn says(marked: &str, name: &str) {
    assert_eq!(source(marked).as_deref(), Some(name), "{marked}");
}

#[track_caller]
fn own_voice(marked: &str) {
    assert_eq!(source(marked), None, "{marked}");
}

#[test]
fn the_paper_speaks_in_its_own_voice() {
    own_voice("A blast killed [12] people on Monday.");
    own_voice("KABUL (Reuters) - A blast killed [12] people on Monday.");
    own_voice("[12] people were said to be missing.");
    own_voice("A group claimed responsibility for the attack that killed [12] people.");
    own_voice("The flood claimed [12] lives.");
    own_voice("The rebels claimed the attack on a base that killed [12] soldiers.");
    own_voice("The storm left [12] dead in Plateau State, Nigeria.");
    own_voice("The deaths of six soldiers in the Orr Valley raised the toll to [12].");
    own_voice("The discovery of more bodies by divers put the toll at [12].");
}

#[test]
fn a_second_verb_has_the_speaker_of_the_first() {
    says(
        "The Red Front claimed the raid on its radio and said that it had killed [12].",
        "Red Front",
    );
    own_voice("A bomb went off in a bag and, it is said, killed [12].");
}

#[test]
fn the_speaker_may_stand_before_or_behind() {
    says("Police said [12] people died.", "Police");
    says("[12] people died, police said.", "police");
    says("[12] people died on Monday, the coast guard said on Tuesday.", "coast guard");
    says("According to the fire service, [12] people died.", "fire service");
    says("[12] people died, according to hospital officials in the city.", "hospital officials");
    says("The fire, according to police, killed [12] people.", "police");
    says("[12] people died, said the mayor of Port Ana.", "mayor of Port Ana");
    says("The army reported [12] soldiers killed.", "army");
    says("[12] deaths were confirmed by the health ministry.", "health ministry");
    says("The ministry has put the toll at [12].", "ministry");
    says(
        "Border guards in the Orr Valley said [12] people had died.",
        "Border guards in the Orr Valley",
    );
    says("The army puts the number of civilian dead at more than [2,000].", "army");
    says("The war killed 250 people, with the envoy putting the toll at [400].", "envoy");
    own_voice("The army killed 12 rebels, putting the toll at [40].");
    says("[12] people died by the army's count.", "army");
    says("Among the dead were [15] women, six men and two boys, said Capt. Ana Ruiz.", "Ana Ruiz");
    says("[12] people died, officials and state media said.", "officials and state media");
    says("A report by the Red Cross says [12] people died.", "Red Cross");
    says("The network's latest report shows that [12] people died.", "network");
    says("The radio quoted the governor as saying [12] people died.", "governor");
    says("Initial reports indicate no harm to [12] people.", "Initial reports");
}

#[test]
fn text_without_commas_is_read_too() {
    says("[12] people were killed on Monday a rescue official said.", "rescue official");
    says("The blast wounded [12] others Ana Maria Ruiz told a radio.", "Ana Maria Ruiz");
    says("AT LEAST [12] PEOPLE WERE KILLED, THE POLICE REPORTED TODAY.", "POLICE");
    says("Raids killed [12] people a monitor said bringing the toll to 45.", "monitor");
    says("Jets killed [12] rebels TANA news agency reported.", "TANA news agency");
    says("Tanks killed [4] civilians residents said a day after five died there.", "residents");
    says("TANAs correspondent said [12] people were killed.", "TANA's correspondent");
    says("A raid claimed [12] lives said clinic head Ana Maria Ruiz.", "Ana Maria Ruiz");
}

#[test]
fn an_attribution_ends_with_its_clause() {
    own_voice("Two men were shot, police said, while a fire killed [12] people in the north.");
    own_voice("Police said two men died. A storm last year killed [12] people.");
    says("Police said five died, while [12] died, the hospital said.", "hospital");
    says("About 300 died according to the army, and [400] according to the rebels.", "rebels");
    says("Police said [5] died while the hospital said seven.", "Police");
    says("Two men died, police said, adding that [12] were hurt.", "police");
    says("The mayor said a bomb killed 36 people adding that rockets killed [nine].", "mayor");
    says(
        "The agency said the Marno Brigade of the Northern Guards was destroyed. The Northern news agency NORA said \
         that [12] died.",
        "NORA",
    );
}

#[test]
fn a_quotation_is_its_speakers() {
    says("“We have [12] dead and the search goes on,” Mayor Ana Ruiz said.", "Ana Ruiz");
    says("\"We have found bodies. There are [12] of them,\" said the mayor.", "mayor");
    says(
        "Ana Ruiz, the governor, told reporters.\n\n“We have [12] dead. We have no water.\n\n“Help us.”",
        "Ana Ruiz",
    );
    own_voice("The so-called “storm of the century” killed [12] people, and police said nothing.");
}

#[test]
fn pronouns_and_short_names_lead_back_to_the_full_one() {
    says("Fire chief Ana Ruiz spoke first. Ruiz said [12] died.", "Ana Ruiz");
    says("Fire chief Ana Ruiz said two died. She said [12] were hurt.", "Ana Ruiz");
    says(
        "The Northern Coast Observatory said two died. It said [12] were hurt.",
        "Northern Coast Observatory",
    );
    says(
        "The Northern Coast Observatory counts the dead. The Observatory said [12] died.",
        "Northern Coast Observatory",
    );
    says(
        "The Northern Coast Observatory keeps count. [12] people died, NCO said in a report.",
        "Northern Coast Observatory",
    );
    says(
        "[12] people died on Monday, a monitoring group said. The Northern Coast Observatory said \
         the dead were divers.",
        "Northern Coast Observatory",
    );
    says("The Health Ministry said two died. The ministry said [12] were hurt.", "Health Ministry");
    says("Ana Ruiz, a doctor who works there, said [12] died.", "Ana Ruiz");
    says("The mayor, Ana Ruiz, said [12] died.", "Ana Ruiz");
}

#[test]
fn an_account_may_go_on_without_its_speaker() {
    says("Police said two men died. [12] others were hurt.", "Police");
    says("Police said two men died. Also, [12] were hurt.", "Police");
    says("In May the Journal estimated 400 dead. The navy reportedly lost [12] men.", "Journal");
    says("The army said a truck fell. [3] bodies were found. Six are sought, it said.", "army");
    own_voice("Police said two men died.\n\nA fire in the city killed [12] people.");
}

#[test]
fn initials_in_brackets_name_a_body_from_then_on() {
    let name = "Coast Information Bureau (KOBI)";
    says("The Coast Information Bureau (KOBI) said [12] died.", name);
    says("The Coast Information Bureau (KOBI) said two died. According to KOBI, [12] fled.", name);
}

#[test]
fn a_name_is_known_although_one_letter_is_wrong() {
    says("Captain Ana Okecha led the search. Okeche said [12] died.", "Ana Okecha");
    says("Captain Ana Okecha led the search. Okcheha said [12] died.", "Okcheha");
    says("Captain Ana Ruiz led the search. Ruis said [12] died.", "Ruis");
}

#[test]
fn a_person_may_be_called_by_the_first_name_given() {
    says(
        "Two died, said Guo Jianping, head of the office. Guo said [12] were hurt.",
        "Guo Jianping",
    );
    says("Two died, said the Port Authority. Port said [12] were hurt.", "Port");
}

#[test]
fn people_speak_for_their_bodies() {
    says(
        "The Northern Coast Observatory keeps count. Observatory head Ana Ruiz said [12] died.",
        "Ana Ruiz, Northern Coast Observatory",
    );
    says("Police chief Ana Ruiz said [12] died.", "Ana Ruiz");
    says(
        "Earlier, Ana Maria Ruiz, spokeswoman for the Coast Office for the Coordination of Aid \
         (COCA) in Port Ana, said at least [12] died.",
        "Ana Maria Ruiz",
    );
}

#[test]
fn headlines_have_credits() {
    says("Blast kills [12] in Kabul: TV\n\nA blast shook the city.", "TV");
    says("Blast kills [12] in the north - police\n\nA blast shook the city.", "police");
    says("Police: [12] killed in blast\n\nA blast shook the city.", "Police");
    says("Blast kills [12] in north Kabul Monitor\n\nA blast shook the city.", "Monitor");
    own_voice("Kabul blast: [12] killed\n\nA blast shook the city.");
    own_voice("Blast kills [12] Police\n\nA blast shook the city.");
}

#[test]
fn who_issued_something_is_the_source() {
    says("[12] people died, according to a Coast Journal report from May.", "Coast Journal");
    says("[12] people died, according to a Wall Street Journal report.", "Wall Street Journal");
    says("[12] people died, according to a report from the army.", "army");
    says("[12] people died, according to a report by the Herald.", "Herald");
    says("By the army's estimate, [12] people died.", "army");
    says("[12] people died, according to a new toll from the Coast Guard.", "Coast Guard");
    says(
        "[12] people died, according to a source at Port Ana Police Command.",
        "source at Port Ana Police Command",
    );
    says("The Port County Sheriff's Office said [12] people died.", "Port County Sheriff's Office");
    says("Ana Ruiz of the Coast Guard said [12] people died.", "Ana Ruiz of the Coast Guard");
    says("[12] people died, according to an autopsy report.", "autopsy report");
    own_voice("The army's estimate of the enemy grew. [12] people died in a fire.");
}

#[test]
fn a_name_known_as_a_whole_has_a_short_form() {
    says(
        "The Wall Street Journal keeps count. The Journal estimated that [12] people died.",
        "Wall Street Journal",
    );
    says("The gale reached Wall Street. The Journal said that [12] people died.", "Journal");
}

#[test]
fn a_known_speaker_is_known_again() {
    says(
        "A source at Coast Command said one man died. The source said [two] were hurt.",
        "source at Coast Command",
    );
    says(
        "Eight died, the Coast Observatory for Rights said. The Britain-based monitor said [12] were hurt.",
        "Coast Observatory for Rights",
    );
    says("The army reported fighting. According to the communique, [12] guerrillas died.", "army");
    says("\"We have [12] dead,\" disaster agency spokesman Ana Ruiz said in Port Ana.", "Ana Ruiz");
}

#[test]
fn a_speaker_behind_the_verb_needs_no_comma() {
    says(
        "A military source spoke of raids. [12] rebels were killed in them said the source adding that \
         roads were cut.",
        "military source",
    );
    says(
        "[12] rebels who had been trained by the west were seized said the Coast Observatory.",
        "Coast Observatory",
    );
    says(
        "[12] people died in raids near the suburbs of Port Ana said the Coast Observatory (CO) a group \
         which counts the dead.",
        "Coast Observatory (CO)",
    );
    says("[12] people died in raids said the Coast Observatory on Monday.", "Coast Observatory");
    says(
        "[12] people died in a district of the sect of President Rahim Alani said Talal al-Baraz.",
        "Talal al-Baraz",
    );
    says("Governor Rahim Alani said Port Ana had [12] dead.", "Rahim Alani");
}

#[test]
fn a_body_may_end_a_headline_behind_its_count() {
    says("# Raids near shrine kill [12] Coast Observatory", "Coast Observatory");
    says("# Raids near shrine kill [12] monitor", "monitor");
    says("# More than [150] people buried in landslides – rescue officials", "rescue officials");
    own_voice("# Raids near shrine kill [12] Red Cross workers");
}

#[test]
fn two_kinds_of_sources_may_share_their_noun() {
    says(
        "A bomb killed [12] people, security and medical sources said.",
        "security and medical sources",
    );
    says("[12] people died, the governor and police sources said.", "governor and police sources");
    own_voice("A bomb wounded [12] women and police said more were feared hurt.");
}

#[test]
fn where_somebody_speaks_does_not_speak() {
    says("Activists in rural Ana said [12] people died.", "Activists in rural Ana");
    says("A doctor in eastern Ana said [12] people died.", "doctor in eastern Ana");
    says("Reports from Ana speak of [12] dead.", "Reports from Ana");
    own_voice("An attack in rural Ana said to be the work of rebels killed [12] people.");
    own_voice("A man held in rural Ana has admitted killing [12] people.");
}

#[test]
fn who_is_quoted_by_another_speaks() {
    says("The mayor was quoted by the agency as saying [12] people died.", "mayor");
    says("\"A blast killed [12] people,\" the agency quoted the mayor as saying.", "mayor");
    says("[12] people died, as quoted by the agency.", "agency");
}

#[test]
fn an_aside_may_name_what_a_service_does() {
    says(
        "[12] people died, Ana Ruiz, of the northern fire and rescue service, told the radio.",
        "Ana Ruiz",
    );
    says("[12] people died -- nine of them soldiers -- the army said.", "army");
    says("The agency's latest bulletin lists [12] dead.", "agency");
    says("Lt-Gen. Ana Ruiz came to the clinic. He said [12] people died.", "Ana Ruiz");
    says("Sgt. Ruiz came to the clinic. He said [12] people died.", "Ruiz");
}
