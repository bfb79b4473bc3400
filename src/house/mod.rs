//! What a desk has decided for itself: the house style of checking.
//!
//! "Leave the headline of this draft alone" is an allowance; a finding that was there before today
//! is in the baseline. The house knows documents and findings, not how findings are printed.

pub mod baseline;
pub mod config;
pub mod fingerprint;
pub mod ledger;

mod allow;
mod allowed;
mod day;
mod in_force;
mod layers;
mod paths;
mod read;

use std::borrow::Cow;
use std::path::Path;
use std::path::PathBuf;

use globset::Glob;
use globset::GlobSet;
use globset::GlobSetBuilder;

use self::allowed::Allowed;
use self::config::{Allow, Config, Pattern, Threshold};
use self::ledger::Ledger;
use crate::document::Document;
use crate::lexicon::Lexicon;
use crate::relate::Facts;
use crate::rules;
use crate::rules::{Finding, Judged, Settings};

pub use self::day::today;
pub use self::in_force::InForce;
pub use self::read::HouseError;

/// The name of the file with a desk's settings.
pub const CONFIG_NAME: &str = "tollcheck.toml";

/// What is decided for the files of a folder.
#[derive(Debug)]
pub struct House {
    /// The file it was read from; none where everything is as usual.
    pub file: Option<PathBuf>,
    /// The settings as written.
    pub config: Config,
    /// The folder that globs start from.
    folder: PathBuf,
    lexicon: Cow<'static, Lexicon>,
    ledger: Option<Ledger>,
    ledger_file: Option<PathBuf>,
    exclude: GlobSet,
    overrides: Vec<GlobSet>,
    allow: Vec<Allowed>,
    choices: Choices,
    /// The settings of files without overrides.
    settings: Settings,
}

/// What is decided for a single run, and goes before what is written.
#[derive(Clone, Debug, Default)]
pub struct Choices {
    /// Rules that run although they are off.
    pub select: Vec<String>,
    /// Rules that do not run.
    pub ignore: Vec<String>,
    /// The ledger.
    pub ledger: Option<PathBuf>,
}

/// The configuration of a file: the nearest one upwards from its folder.
pub fn find(file: &Path) -> Option<PathBuf> {
    let whole = paths::whole(file);
    let here = paths::whole(Path::new("."));
    let folders = whole.ancestors().skip(1);
    let mut files = folders.map(|folder| folder.join(CONFIG_NAME));
    let found = files.find(|config| config.is_file())?;
    // As the user would name it.
    Some(found.strip_prefix(here).map_or(found.clone(), Path::to_owned))
}

impl House {
    /// Everything as usual, but for the choices of the run.
    ///
    /// # Errors
    ///
    /// The ledger cannot be used.
    pub fn usual(choices: &Choices) -> Result<House, HouseError> {
        House::of(Config::default(), None, PathBuf::new(), choices)
    }

    /// Reads a configuration and all that it names.
    ///
    /// # Errors
    ///
    /// What is wrong with the configuration, a lexicon or the ledger, with the place.
    pub fn read(file: &Path, choices: &Choices) -> Result<House, HouseError> {
        let whole = paths::whole(file);
        let folder = whole.parent().map(Path::to_owned).unwrap_or_default();
        House::of(read::toml(file)?, Some(file.to_owned()), folder, choices)
    }

    fn of(
        config: Config,
        file: Option<PathBuf>,
        folder: PathBuf,
        choices: &Choices,
    ) -> Result<House, HouseError> {
        let named = file.clone().unwrap_or_default();
        let globs = |globs: &[Pattern]| globset(&named, globs);
        let overrides = config.overrides.iter().map(|over| globs(&over.paths));
        let near = named.parent().unwrap_or(Path::new(""));
        let ledger_file = config.ledger.file.as_ref().map(|file| near.join(file));
        let ledger_file = choices.ledger.clone().or(ledger_file);
        let ledger = ledger_file.as_deref().map(Ledger::read).transpose();
        let ledger = ledger.map_err(|error| match choices.ledger {
            Some(_) => error,
            None => error.named_in(&named),
        });
        Ok(House {
            lexicon: lexicon(&config, &named)?,
            ledger: ledger?,
            ledger_file,
            exclude: globs(&config.exclude)?,
            overrides: overrides.collect::<Result<_, _>>()?,
            allow: config.allow.iter().map(|a| Allowed::of(&named, a)).collect::<Result<_, _>>()?,
            settings: layers::settings(&config, std::iter::empty(), choices),
            choices: choices.clone(),
            config,
            file,
            folder,
        })
    }

    /// The words to read drafts with.
    pub fn lexicon(&self) -> &Lexicon {
        &self.lexicon
    }

    /// Which findings fail a run.
    pub fn fail_on(&self) -> Threshold {
        self.config.fail_on.unwrap_or(Threshold::Error)
    }

    /// Whether a file found in a folder is left out.
    pub fn excludes(&self, path: &str) -> bool {
        !self.exclude.is_empty() && self.exclude.is_match(self.name(path))
    }

    /// The settings for a file.
    pub fn settings(&self, path: &str) -> Cow<'_, Settings> {
        if self.overrides.is_empty() {
            return Cow::Borrowed(&self.settings);
        }
        let name = self.name(path);
        let overrides = self.overrides.iter().zip(&self.config.overrides);
        let mut own = overrides.filter(|(globs, _)| globs.is_match(&name)).map(|(_, over)| over);
        match own.next() {
            None => Cow::Borrowed(&self.settings),
            Some(first) => {
                let own = std::iter::once(first).chain(own);
                Cow::Owned(layers::settings(&self.config, own, &self.choices))
            }
        }
    }

    /// Every setting for a file, with where it comes from.
    pub fn in_force(&self, path: &str) -> Vec<InForce> {
        in_force::of(self, path)
    }

    /// Adds what the ledger says to what the rules made of a draft, and takes away what is allowed.
    pub fn judge(&self, path: &str, document: &Document, facts: &Facts, judged: &mut Judged) {
        let settings = self.settings(path);
        if let Some(ledger) = &self.ledger {
            judged.add(ledger.compare(document, facts, today()), &settings);
        }
        let name = if self.allow.is_empty() { PathBuf::new() } else { self.name(path) };
        for (allowed, entry) in self.allow.iter().zip(&self.config.allow) {
            let ran = rules::named(entry.rule.as_str()).is_some_and(|rule| settings.wants(rule));
            if allowed.is_for(&name) {
                allowed.apply(entry, ran, document, judged);
            }
        }
        allow::by_comments(document, &settings, &mut judged.findings);
    }

    /// The entries of the configuration that allowed nothing, though their files were checked, or
    /// would have been if they were there: `folders` are those that were checked as a whole.
    pub fn unused(&self, folders: &[PathBuf]) -> impl Iterator<Item = &Allow> {
        let whole = folders.iter().any(|folder| self.folder.starts_with(paths::whole(folder)));
        let entries = self.allow.iter().zip(&self.config.allow);
        entries.filter(move |(allowed, _)| allowed.is_unused(whole)).map(|(_, entry)| entry)
    }

    /// The entry for the configuration that lets a finding of a draft stand, with a reason to be
    /// filled in.
    pub fn allowance(&self, path: &str, document: &Document, finding: &Finding) -> String {
        let name = match self.file {
            Some(_) => self.name(path),
            None => PathBuf::from(path),
        };
        let name = globset::escape(&name.to_string_lossy().replace('\\', "/"));
        allow::entry(&name, document, finding)
    }

    /// What globs are held against: a path as named from the folder of the configuration.
    fn name(&self, path: &str) -> PathBuf {
        paths::from_folder(&self.folder, Path::new(path))
    }
}

/// Globs as one.
fn globset(file: &Path, globs: &[Pattern]) -> Result<GlobSet, HouseError> {
    let wrong = |error: globset::Error| HouseError::new(file, error.to_string());
    let mut set = GlobSetBuilder::new();
    for glob in globs {
        set.add(Glob::new(glob.as_str()).map_err(wrong)?);
    }
    set.build().map_err(wrong)
}

/// The English words with those of the desk, and the desk's own tolerances.
fn lexicon(config: &Config, named: &Path) -> Result<Cow<'static, Lexicon>, HouseError> {
    let near = named.parent().unwrap_or(Path::new(""));
    let mut lexicon = Cow::Borrowed(Lexicon::english());
    for file in &config.lexicons {
        let file = near.join(file);
        let text = read::text(&file).map_err(|error| error.named_in(named))?;
        let added = lexicon.to_mut().add(&text);
        added.map_err(|error| HouseError::toml(&file, &text, &error))?;
    }
    let own = &config.tolerances;
    if *own != config::Tolerances::default() {
        let in_force = &mut lexicon.to_mut().tolerances;
        for (value, slot) in [
            (own.round_from, &mut in_force.round_from),
            (own.round_share, &mut in_force.round_share),
            (own.about_strict, &mut in_force.about_strict),
            (own.about_plausible, &mut in_force.about_plausible),
            (own.nearly_strict, &mut in_force.nearly_strict),
        ] {
            *slot = value.unwrap_or(*slot);
        }
    }
    Ok(lexicon)
}
