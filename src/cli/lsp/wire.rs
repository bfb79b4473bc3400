//! Messages as they come over the wire: a header with a length, then JSON.
//!
//! `Content-Length: 40` and an empty line stand before `{"jsonrpc":"2.0","method":"initialized"}`.
//! A broken message costs only itself: what follows it is read. The wire knows no method.

use std::io;
use std::io::BufRead;
use std::io::Read;
use std::io::Write;

use serde::Deserialize;
use serde::Serialize;
use serde_json::Value;

/// No line of a header is longer.
const LONGEST_LINE: u64 = 4096;

/// A message that was read.
#[derive(Debug)]
pub(super) enum Received {
    /// A request, a notification or an answer.
    Message(Message),
    /// Something that is none of these, and why.
    Broken(Refusal),
    /// The other side has closed the wire.
    End,
}

/// A request, a notification or an answer.
#[derive(Debug, Deserialize)]
pub(super) struct Message {
    /// What the answer to a request refers to; none for a notification.
    pub(super) id: Option<Value>,
    /// What it is about; none for an answer.
    pub(super) method: Option<String>,
    /// What it says.
    #[serde(default)]
    pub(super) params: Value,
}

/// Why a request is not answered, as the protocol wants it.
#[derive(Debug, Serialize)]
pub(super) struct Refusal {
    code: i32,
    message: String,
}

impl Refusal {
    pub(super) fn parse_error(message: String) -> Refusal {
        Refusal { code: -32700, message }
    }

    pub(super) fn invalid_request(message: &str) -> Refusal {
        Refusal { code: -32600, message: message.to_owned() }
    }

    pub(super) fn method_not_found(method: &str) -> Refusal {
        Refusal { code: -32601, message: format!("there is no method {method}") }
    }

    pub(super) fn not_initialized() -> Refusal {
        Refusal { code: -32002, message: "initialize comes first".to_owned() }
    }
}

/// The message can be read, but not what it says.
impl From<serde_json::Error> for Refusal {
    fn from(error: serde_json::Error) -> Refusal {
        Refusal { code: -32602, message: error.to_string() }
    }
}

/// Reads the next message.
///
/// # Errors
///
/// An error is one of the wire, not of what came over it.
pub(super) fn read(input: &mut impl BufRead) -> io::Result<Received> {
    let Some(length) = header(input)? else { return Ok(Received::End) };
    let Some(length) = length else {
        let message = "a header without Content-Length".to_owned();
        return Ok(Received::Broken(Refusal::parse_error(message)));
    };
    // Not reserved beforehand: the length may be nonsense.
    let mut body = Vec::new();
    input.take(length).read_to_end(&mut body)?;
    if (body.len() as u64) < length {
        return Ok(Received::End);
    }
    Ok(match serde_json::from_slice::<Value>(&body) {
        Ok(value) => message(value),
        Err(error) => Received::Broken(Refusal::parse_error(error.to_string())),
    })
}

fn message(value: Value) -> Received {
    match serde_json::from_value(value) {
        Ok(message) => Received::Message(message),
        Err(error) => Received::Broken(Refusal::invalid_request(&error.to_string())),
    }
}

/// Reads up to the empty line: the length that the header gives, if any; none at the end.
fn header(input: &mut impl BufRead) -> io::Result<Option<Option<u64>>> {
    let mut length = None;
    loop {
        let mut line = Vec::new();
        input.take(LONGEST_LINE).read_until(b'\n', &mut line)?;
        if line.is_empty() {
            return Ok(None);
        }
        let line = String::from_utf8_lossy(&line);
        match line.trim().split_once(':') {
            None if line.trim().is_empty() => return Ok(Some(length)),
            Some((name, value)) if name.eq_ignore_ascii_case("Content-Length") => {
                length = value.trim().parse().ok();
            }
            _ => {}
        }
    }
}

/// Writes a message.
pub(super) fn write(out: &mut dyn Write, message: &Value) -> io::Result<()> {
    let body = message.to_string();
    write!(out, "Content-Length: {}\r\n\r\n{body}", body.len())?;
    out.flush()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(mut input: &[u8]) -> Vec<String> {
        let mut read = Vec::new();
        loop {
            match super::read(&mut input).unwrap() {
                Received::Message(message) => read.push(message.method.unwrap_or_default()),
                Received::Broken(refusal) => read.push(refusal.code.to_string()),
                Received::End => return read,
            }
        }
    }

    #[test]
    fn what_follows_a_broken_message_is_read() {
        let input = b"Content-Length: 14\r\n\r\n{\"method\":\"a\"}\
            Content-Length: 3\r\n\r\n{{{\
            content-length: 2\nContent-Type: x\n\n[]\
            Content-Length: many\r\n\r\n\
            Content-Length: 14\r\n\r\n{\"method\":\"b\"}";
        assert_eq!(all(input), ["a", "-32700", "-32600", "-32700", "b"]);
    }

    #[test]
    fn a_cut_message_is_the_end() {
        assert!(all(b"Content-Length: 99999999999999999\r\n\r\n{\"method\"").is_empty());
        assert!(all(b"Content-Le").is_empty());
    }
}
