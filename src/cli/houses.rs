//! Which configuration is in force for which file.

use std::collections::HashMap;
use std::path::Path;
use std::path::PathBuf;
use std::rc::Rc;
use std::sync::Arc;

use tollcheck::house;
use tollcheck::house::Choices;
use tollcheck::house::House;
use tollcheck::house::HouseError;

use super::args::HouseArgs;

/// The configurations met so far.
pub(super) struct Houses {
    given: Given,
    choices: Choices,
    /// The configuration of each folder met.
    folders: HashMap<PathBuf, Option<PathBuf>>,
    /// What was read of each configuration.
    read: HashMap<Option<PathBuf>, Result<Arc<House>, Rc<HouseError>>>,
}

/// What the command line says of configurations.
enum Given {
    /// Nothing: the nearest one is in force.
    Nearest,
    /// This one.
    One(PathBuf),
    /// None is.
    Nothing,
}

impl Houses {
    /// As the command line says.
    pub(super) fn new(args: &HouseArgs) -> Houses {
        let given = match (&args.config, args.no_config) {
            (Some(config), _) => Given::One(config.clone()),
            (None, true) => Given::Nothing,
            (None, false) => Given::Nearest,
        };
        let choices = Choices {
            select: args.select.clone(),
            ignore: args.ignore.clone(),
            ledger: args.ledger.clone(),
        };
        Houses { given, choices, folders: HashMap::new(), read: HashMap::new() }
    }

    /// What is in force for a file.
    ///
    /// # Errors
    ///
    /// The configuration, or something it names, cannot be used; the same error each time.
    pub(super) fn of(&mut self, path: &Path) -> Result<Arc<House>, Rc<HouseError>> {
        let file = match &self.given {
            Given::One(file) => Some(file.clone()),
            Given::Nothing => None,
            Given::Nearest => self.nearest(path),
        };
        let choices = &self.choices;
        let read = self.read.entry(file).or_insert_with_key(|file| {
            let house = match file {
                Some(file) => House::read(file, choices),
                None => House::usual(choices),
            };
            house.map(Arc::new).map_err(Rc::new)
        });
        read.clone()
    }

    /// All configurations that were used.
    pub(super) fn all(&self) -> impl Iterator<Item = &Arc<House>> {
        self.read.values().filter_map(|read| read.as_ref().ok())
    }

    fn nearest(&mut self, path: &Path) -> Option<PathBuf> {
        let folder = path.parent().unwrap_or(Path::new("")).to_owned();
        self.folders.entry(folder).or_insert_with(|| house::find(path)).clone()
    }
}
