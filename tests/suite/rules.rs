//! The pages of the rules: what they say is flagged is, and nothing that they say is not.

use tollcheck::Checked;
use tollcheck::document::Document;
use tollcheck::lexicon::Lexicon;
use tollcheck::rules;
use tollcheck::rules::Settings;

#[test]
fn the_examples_on_each_page_hold() {
    let mut wrong = Vec::new();
    for rule in rules::ALL {
        let (flagged, sound) = rule.page.split_once("## Not flagged").expect("both kinds");
        let (flagged, sound) = (articles(flagged), articles(sound));
        assert!(!flagged.is_empty() && !sound.is_empty(), "{} lacks an example", rule.id);
        for article in flagged {
            if !check(article, rule.id).judged.findings.iter().any(|f| f.rule == rule.id) {
                wrong.push(format!("{} does not flag\n{article}", rule.id));
            }
        }
        for article in sound {
            let findings = check(article, rule.id).judged.findings;
            let own = findings.iter().filter(|f| f.rule == rule.id || rule.on);
            wrong.extend(own.map(|f| format!("{} has {f} in\n{article}", rule.id)));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn messages_are_one_line_in_lower_case_without_a_stop() {
    for rule in rules::ALL {
        for article in articles(rule.page) {
            for comparison in check(article, rule.id).judged.comparisons {
                let message = comparison.message;
                let first = message.chars().next().expect("a message says something");
                assert!(!first.is_uppercase(), "{message}");
                assert!(!message.ends_with('.') && !message.contains('\n'), "{message}");
                assert!(!message.contains("wrong"), "{message}");
            }
        }
    }
}

#[test]
fn a_rule_has_the_name_of_its_file() {
    for rule in rules::ALL {
        let file = format!("src/rules/{}.rs", rule.id.replace('-', "_"));
        assert!(std::path::Path::new(&file).exists(), "{file} is missing");
        assert!(!rule.summary.ends_with('.'), "{} has a stop after its summary", rule.id);
    }
    let mut ids: Vec<&str> = rules::ALL.iter().map(|rule| rule.id).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), rules::ALL.len(), "two rules have one name");
}

/// The articles on a part of a page.
fn articles(page: &str) -> Vec<&str> {
    page.split("```article\n").skip(1).filter_map(|rest| rest.split("```").next()).collect()
}

fn check(article: &str, rule: &str) -> Checked {
    let document = Document::plain(article.trim_end().to_owned());
    let settings = Settings { select: vec![rule.to_owned()], ..Settings::default() };
    tollcheck::check(&document, Lexicon::english(), &settings)
}
