//! Totals and the lists of names and numbers that they are the sum of.

use super::{Relation, RelationKind};
use crate::figure::List;

/// Relates each total to its list.
pub(super) fn relate(lists: &[List], relations: &mut Vec<Relation>) {
    for (id, list) in lists.iter().enumerate() {
        let why = "the text adds up the numbers of a list".to_owned();
        let relation = Relation::new(RelationKind::List, vec![list.total], Vec::new(), why);
        relations.push(Relation { share: Some(id), ..relation });
    }
}
