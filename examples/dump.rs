use std::io::Read;
use tollcheck::document::Document;
use tollcheck::lexicon::Lexicon;
use tollcheck::rules::Settings;
fn main() {
    let mut s = String::new();
    std::io::stdin().read_to_string(&mut s).unwrap();
    let d = Document::plain(s);
    for b in &d.blocks {
        eprintln!("{:?} {}", b.kind, &d.words(b.span).chars().take(60).collect::<String>());
    }
    let c = tollcheck::check(&d, Lexicon::english(), &Settings::default());
    for (i, f) in c.facts.figures.iter().enumerate() {
        let k = &f.cues;
        let mut cues = String::new();
        if let Some(p) = k.part_of {
            cues += &format!(" part_of={p}");
        }
        if k.besides {
            cues += " besides"
        }
        if k.total {
            cues += " total"
        }
        if k.definite {
            cues += " definite"
        }
        if let Some(c) = k.change {
            cues += &format!(" {c:?}");
        }
        if k.perpetrators {
            cues += " perp"
        }
        if k.complete {
            cues += " complete"
        }
        if k.mixed {
            cues += " mixed"
        }
        if let Some(a) = k.among {
            cues += &format!(" among={}", a.name());
        }
        println!(
            "{i:2} s{} {:?} [{}] {} | ev{} {} {}| {:?} g={:?} src={:?} per={:?}{}",
            f.place.sentence,
            f.form,
            d.words(f.span),
            f.outcome.name(),
            f.scope.event,
            f.scope.label,
            if f.scope.certain { "" } else { "UNSURE " },
            f.quantity.nominal.map(|n| n.to_string()),
            f.group.as_ref().map(|g| &g.label),
            f.source.as_ref().map(|g| &g.name),
            f.per,
            cues
        );
    }
    for r in &c.facts.relations {
        println!("REL {:?} {:?} <- {:?}  ({})", r.kind, r.claim, r.evidence, r.why);
    }
    for r in &c.judged.comparisons {
        println!(
            "CMP {} {:?} {:?} <- {:?}: {} {:?}",
            r.rule, r.verdict, r.claim, r.evidence, r.message, r.hinge
        );
    }
    for r in &c.judged.findings {
        println!("FIND {r}");
    }
    for t in &c.facts.tolls {
        println!("TOLL ev{} {} {:?} {}", t.event, t.outcome.name(), t.group, t.quantity);
    }
}
