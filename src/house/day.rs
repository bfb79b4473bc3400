//! Today, for entries of the ledger that end on a day.

use std::time::SystemTime;
use std::time::UNIX_EPOCH;

use toml::value::Date;

const SECONDS_OF_A_DAY: u64 = 86_400;

/// The date in Greenwich.
pub fn today() -> Date {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    date(since.as_secs() / SECONDS_OF_A_DAY)
}

/// The date some days after 1 January 1970, counting years from March so that a leap day is the
/// last of its year.
fn date(days: u64) -> Date {
    let days = days + 719_468;
    let (era, day_of_era) = (days / 146_097, days % 146_097);
    let year_of_era =
        (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month + 2) / 5 + 1;
    let (month, next) = if month < 10 { (month + 3, 0) } else { (month - 9, 1) };
    Date { year: (era * 400 + year_of_era + next) as u16, month: month as u8, day: day as u8 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_dates() {
        for (days, printed) in [(0, "1970-01-01"), (11_016, "2000-02-29"), (20_515, "2026-03-03")] {
            assert_eq!(date(days).to_string(), printed);
        }
    }
}
