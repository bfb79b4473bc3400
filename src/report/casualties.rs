//! The casualties: a row for each side or group of each event, an outcome a column.
//!
//! ```text
//!  side     killed  injured  killed + injured  stated
//! ──────── ─────── ──────── ───────────────── ────────
//!  troops     ≥12       30               ≥42
//! ```

use crate::lexicon::Outcome;
use crate::quantity::Quantity;
use crate::relate::Toll;
use crate::report::Article;
use crate::report::counts;
use crate::report::sheet;
use crate::report::sheet::Column;
use crate::report::sheet::Sheet;

/// One side or group of one event.
struct Row<'a> {
    event: usize,
    group: Option<&'a str>,
    tolls: Vec<&'a Toll>,
}

/// The table of an article.
pub(super) fn sheet(article: &Article<'_>) -> Sheet {
    let rows = rows(&article.facts.tolls);
    let columns = Columns::of(&rows);
    let fields = rows.iter().map(|row| columns.fields(article, row, &rows)).collect();
    Sheet { columns: columns.header(), rows: fields }
}

/// The rows, event by event, the one for all people last like the total of a sum.
fn rows(tolls: &[Toll]) -> Vec<Row<'_>> {
    let mut rows: Vec<Row<'_>> = Vec::new();
    for toll in tolls.iter().filter(|toll| toll.outcome != Outcome::Affected) {
        let group = toll.group.as_deref();
        match rows.iter_mut().find(|row| row.event == toll.event && row.group == group) {
            Some(row) => row.tolls.push(toll),
            None => rows.push(Row { event: toll.event, group, tolls: vec![toll] }),
        }
    }
    rows.sort_by_key(|row| (row.event, row.group.is_none()));
    rows
}

impl Row<'_> {
    fn count(&self, outcome: Outcome) -> Option<&Quantity> {
        self.tolls.iter().find(|toll| toll.outcome == outcome).map(|toll| &toll.quantity)
    }

    /// Killed and injured together, where both are known.
    fn sum(&self) -> Option<Quantity> {
        self.count(Outcome::Killed)?.plus(self.count(Outcome::Injured)?)
    }

    /// Who is counted: the group; "both" for the sum of two; "all".
    fn side<'a>(&'a self, rows: &[Row<'_>]) -> &'a str {
        let groups = || rows.iter().filter(|row| row.event == self.event && row.group.is_some());
        let adds_up = |outcome| {
            let parts: Option<Vec<&Quantity>> = groups().map(|row| row.count(outcome)).collect();
            let sum = parts.and_then(|parts| Quantity::sum(parts.into_iter()));
            sum.is_some() && sum.map(|sum| sum.nominal) == self.count(outcome).map(|c| c.nominal)
        };
        match self.group {
            Some(group) => group,
            None if groups().count() == 2 && Outcome::ALL.into_iter().any(adds_up) => "both",
            None => "all",
        }
    }

    /// Everybody who is named for one of the counts.
    fn sources(&self, article: &Article<'_>) -> String {
        let mut names: Vec<&str> = Vec::new();
        for id in self.tolls.iter().flat_map(|toll| &toll.figures) {
            let figure = article.facts.figures.get(*id);
            if let Some(source) = figure.and_then(|figure| figure.source.as_ref())
                && !names.contains(&source.name.as_str())
            {
                names.push(&source.name);
            }
        }
        names.join(", ")
    }

    /// The event's name, from the first of its figures.
    fn event<'a>(&self, article: &Article<'a>) -> &'a str {
        let mut figures = self.tolls.iter().flat_map(|toll| &toll.figures);
        let figure = figures.find_map(|id| article.facts.figures.get(*id));
        figure.map_or("", |figure| &figure.scope.label)
    }
}

/// Which columns have anything to show.
struct Columns {
    events: bool,
    outcomes: Vec<Outcome>,
    sum: bool,
    stated: bool,
}

impl Columns {
    fn of(rows: &[Row<'_>]) -> Columns {
        let any = |outcome| rows.iter().any(|row| row.count(outcome).is_some());
        let shown = |outcome: &Outcome| {
            matches!(outcome, Outcome::Killed | Outcome::Injured)
                || (!matches!(outcome, Outcome::Casualties | Outcome::Affected) && any(*outcome))
        };
        Columns {
            events: rows.iter().any(|row| row.event != rows[0].event),
            outcomes: Outcome::ALL.into_iter().filter(shown).collect(),
            sum: rows.iter().any(|row| row.sum().is_some()),
            stated: any(Outcome::Casualties),
        }
    }

    fn header(&self) -> Vec<Column> {
        let mut header = vec![];
        header.extend(self.events.then_some(sheet::words("event")));
        header.push(sheet::words("side"));
        header.extend(self.outcomes.iter().map(|outcome| sheet::count(outcome.name())));
        header.extend(self.sum.then_some(sheet::count("killed + injured")));
        header.extend(self.stated.then_some(sheet::count("stated")));
        header.push(sheet::words("source"));
        header
    }

    fn fields(&self, article: &Article<'_>, row: &Row<'_>, rows: &[Row<'_>]) -> Vec<String> {
        let count = |count: Option<&Quantity>| count.map_or(String::new(), counts::signed);
        let mut fields = vec![];
        fields.extend(self.events.then(|| row.event(article).to_owned()));
        fields.push(row.side(rows).to_owned());
        fields.extend(self.outcomes.iter().map(|outcome| count(row.count(*outcome))));
        fields.extend(self.sum.then(|| count(row.sum().as_ref())));
        fields.extend(self.stated.then(|| count(row.count(Outcome::Casualties))));
        fields.push(row.sources(article));
        fields
    }
}
