//! The language server, driven over its protocol as an editor would.

mod editor;

use std::fs;
use std::path::Path;

use serde_json::Value;
use serde_json::json;

use self::editor::Editor;

const URI: &str = "file:///drafts/Pozna%C5%84/blast.md";

const FAULTY: &str = "\
# Blast kills 12 in Łódź

In Łódź 🚒 a gas explosion killed 12 people: nine men and five women, police said.
";

/// The range of some words of a line, in characters of two bytes.
fn range(line: u32, start: u32, end: u32) -> Value {
    let at = |character: u32| json!({"line": line, "character": character});
    json!({"start": at(start), "end": at(end)})
}

#[test]
fn a_fault_is_shown_until_it_is_mended() {
    let mut editor = Editor::plain();
    let found = editor.open("markdown", FAULTY);
    let [fault] = found.as_slice() else { panic!("one finding: {found:?}") };
    assert_eq!(fault["range"], range(2, 34, 43));
    assert_eq!((&fault["severity"], &fault["code"]), (&json!(1), &json!("sum-mismatch")));
    assert!(fault["message"].as_str().is_some_and(|m| m.contains("add up to 14")), "{fault}");
    let related = |n: usize| &fault["relatedInformation"][n];
    assert_eq!(related(0)["location"], json!({"uri": URI, "range": range(2, 45, 53)}));
    assert_eq!(related(0)["message"], "\"nine men\", a part");
    assert_eq!(related(1)["location"]["range"], range(2, 58, 68));

    let mended = editor.change(2, &json!([{"range": range(2, 58, 62), "text": "three"}]));
    assert_eq!(mended, [] as [Value; 0]);
    let faulty = editor.change(3, &json!([{"text": "ignored"}, {"text": FAULTY}]));
    assert_eq!(faulty, found);
    editor.tell("textDocument/didSave", &json!({"textDocument": {"uri": URI}}));
    assert_eq!(editor.found(3), found);
    editor.tell("textDocument/didClose", &json!({"textDocument": {"uri": URI}}));
    assert_eq!(editor.hear()["params"]["diagnostics"], json!([]));
    assert!(editor.leave().success());
}

/// A stretch of text in an editor's lines and characters of two bytes.
fn stretch(text: &str, start: usize, end: usize) -> Value {
    let at = |offset: usize| {
        let before = &text[..offset];
        let line = before.matches('\n').count();
        let character = before.rsplit('\n').next().unwrap_or("").encode_utf16().count();
        json!({"line": line, "character": character})
    };
    json!({"start": at(start), "end": at(end)})
}

#[test]
fn a_draft_typed_bit_by_bit_is_the_same_draft() {
    const PIECES: [&str; 8] = ["\n", "Ł", "🚒 ", "12", "né\r\n", "\n\n", "five ", ""];
    let mut editor = Editor::plain();
    editor.open("markdown", FAULTY);
    let (mut text, mut seed, mut version) = (FAULTY.to_owned(), 7_usize, 1);
    let mut random = |below: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) % below
    };
    for _ in 0..60 {
        let places: Vec<usize> =
            text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        // Between the two characters of a line's end there is no place.
        let places: Vec<usize> =
            places.into_iter().filter(|at| !text[..*at].ends_with('\r')).collect();
        let start = random(places.len());
        let end = (start + random(4)).min(places.len() - 1);
        let (start, end, piece) = (places[start], places[end], PIECES[random(PIECES.len())]);
        version += 1;
        let change = json!([{"range": stretch(&text, start, end), "text": piece}]);
        text.replace_range(start..end, piece);
        let typed = editor.change(version, &change);
        let whole = editor.change(version, &json!([{"text": text}]));
        assert_eq!(typed, whole, "{text:?}");
    }
    // All of it is taken back at once.
    version += 1;
    assert_eq!(editor.change(version, &json!([{"text": FAULTY}])).len(), 1);
}

#[test]
fn several_changes_of_one_message_follow_each_other() {
    let mut editor = Editor::plain();
    editor.open("markdown", FAULTY);
    let changes = json!([
        {"range": range(2, 58, 62), "text": "🚒🚒 three"},
        {"range": range(2, 58, 63), "text": ""},
        {"range": range(0, 0, 0), "text": "\n"},
    ]);
    assert_eq!(editor.change(2, &changes), [] as [Value; 0]);
    let back = json!([{"range": range(3, 58, 63), "text": "five"}]);
    assert_eq!(editor.change(3, &back)[0]["range"], range(3, 34, 43));
}

#[test]
fn what_is_not_open_is_answered_with_nothing() {
    let mut editor = Editor::plain();
    let found = editor.open("markdown", FAULTY);
    let other = json!({"uri": "file:///drafts/other.md"});
    let at = json!({"line": 2, "character": 36});
    for (method, params) in [
        ("textDocument/hover", json!({"textDocument": other, "position": at})),
        ("textDocument/definition", json!({"textDocument": other, "position": at})),
        (
            "textDocument/codeAction",
            json!({"textDocument": other, "range": range(0, 0, 9), "context": {"diagnostics": []}}),
        ),
    ] {
        let answer = editor.ask(method, &params);
        let nothing = answer["result"].is_null() || answer["result"] == json!([]);
        assert!(nothing && answer["error"].is_null(), "{method}: {answer}");
    }
    editor.tell("textDocument/didClose", &json!({"textDocument": {"uri": URI}}));
    editor.hear();
    assert_eq!(editor.ask_at("textDocument/hover", 2, 36), Value::Null);
    assert_eq!(editor.open("markdown", FAULTY), found);
    // A place behind the last line or in the middle of a character is no fault.
    assert_eq!(editor.ask_at("textDocument/hover", 900, 900), Value::Null);
    assert_eq!(editor.ask_at("textDocument/hover", 2, 9), Value::Null);
    assert!(editor.leave().success());
}

#[test]
fn places_count_bytes_where_the_editor_does() {
    let says = json!({"general": {"positionEncodings": ["utf-32", "utf-8", "utf-16"]}});
    let (mut editor, offer) = Editor::with(&says);
    assert_eq!(offer["positionEncoding"], "utf-8");
    assert_eq!(editor.open("markdown", FAULTY)[0]["range"], range(2, 39, 48));
    let mended = editor.change(2, &json!([{"range": range(2, 63, 67), "text": "three"}]));
    assert_eq!(mended, [] as [Value; 0]);
}

#[test]
fn lines_may_end_in_two_characters() {
    let mut editor = Editor::plain();
    let found = editor.open("markdown", &FAULTY.replace('\n', "\r\n"));
    assert_eq!(found[0]["range"], range(2, 34, 43));
    let actions = editor.actions(&range(2, 40, 40));
    let edit = &actions[0]["edit"]["changes"][URI][0];
    assert_eq!(edit["newText"], "<!-- tollcheck: allow sum-mismatch: reason -->\r\n");
}

#[test]
fn web_pages_and_plain_text_are_read_as_such() {
    let mut editor = Editor::plain();
    let page =
        "<h1>Blast</h1>\n<p>A blast killed 12 people:\n<b>nine</b> men and five women.</p>\n";
    let found = editor.open("html", page);
    assert_eq!(found[0]["range"], range(1, 18, 27));
    let actions = editor.actions(&found[0]["range"]);
    let edit = &actions[0]["edit"]["changes"][URI][0];
    assert_eq!(edit["range"], range(1, 0, 0));

    let text = "A blast killed 12 people: nine men and five women.\n";
    assert_eq!(editor.open("plaintext", text)[0]["range"], range(0, 15, 24));
}

#[test]
fn a_figure_shows_its_reading_and_its_arithmetic() {
    let says = json!({"textDocument": {"hover": {"contentFormat": ["plaintext", "markdown"]}}});
    let (mut editor, _) = Editor::with(&says);
    let text = "Gunmen killed at least 23 police officers in Kano, 30-year-old Musa Bello said: \
        nine men and five women.\n";
    editor.open("markdown", text);
    let hover = editor.ask_at("textDocument/hover", 0, 24);
    assert_eq!(hover["contents"]["kind"], "markdown");
    let shown = hover["contents"]["value"].as_str().unwrap_or_default().to_owned();
    for part in [
        "**at least 23 police officers**: killed",
        "the words allow: 23 or more",
        "a careful desk allows: 23 or more, fewer than 24",
        "scope: main",
    ] {
        assert!(shown.contains(part), "no \"{part}\" in\n{shown}");
    }
    let age = editor.ask_at("textDocument/hover", 0, 52);
    assert_eq!(age["contents"]["value"], "**30**: no figure (an age)");
    assert_eq!(editor.ask_at("textDocument/hover", 0, 2), Value::Null);

    editor.open("markdown", FAULTY);
    let hover = editor.ask_at("textDocument/hover", 2, 36);
    assert_eq!(hover["range"], range(2, 34, 43));
    let shown = hover["contents"]["value"].as_str().unwrap_or_default().to_owned();
    assert!(shown.contains("**contradicted** (sum-mismatch): nine and five add"), "{shown}");
}

#[test]
fn the_other_figures_are_found() {
    let mut editor = Editor::plain();
    editor.open("markdown", FAULTY);
    let places = editor.ask_at("textDocument/definition", 2, 46);
    let places: Vec<&Value> = places.as_array().expect("a list").iter().collect();
    assert!(places.contains(&&json!({"uri": URI, "range": range(2, 34, 43)})), "{places:?}");
    assert!(!places.contains(&&json!({"uri": URI, "range": range(2, 45, 53)})), "{places:?}");
    assert_eq!(editor.ask_at("textDocument/definition", 1, 0), json!([]));
}

#[test]
fn a_finding_can_be_allowed() {
    let mut editor = Editor::plain();
    let found = editor.open("markdown", FAULTY);
    let actions = editor.actions(&found[0]["range"]);
    let [allow] = actions.as_slice() else { panic!("one action: {actions:?}") };
    assert_eq!(allow["diagnostics"], json!(found));
    let edits = &allow["edit"]["changes"][URI];
    let comment = "<!-- tollcheck: allow sum-mismatch: reason -->\n";
    assert_eq!(*edits, json!([{"range": range(2, 0, 0), "newText": comment}]));
    assert_eq!(editor.actions(&range(0, 0, 3)), [] as [Value; 0]);
    assert_eq!(editor.open("plaintext", "Bus crash: five dead"), [] as [Value; 0]);
}

#[test]
fn an_allowance_lets_a_finding_stand() {
    let mut editor = Editor::plain();
    let fault = "killed 12 people: nine men and five women";
    for (language, text) in [
        ("markdown", FAULTY.to_owned()),
        ("markdown", format!("> A blast\n> {fault}.\n")),
        ("markdown", format!("- Talks\n  - A blast\n    {fault}.\n")),
        ("markdown", format!("1. Talks\n\n   - A blast {fault}.\n\n   - Talks\n")),
        ("markdown", format!("---\ntitle: \"A blast {fault}\"\n---\n\nText.\n")),
        ("markdown", format!("| what |\n|---|\n| A blast {fault}. |\n")),
        ("html", format!("<title>Talks</title><h1>Talks</h1><p\n>A blast {fault}.</p>")),
        ("html", format!("<ul>\n  <li>One</li>\n  <li>A blast {fault}</li></ul>")),
    ] {
        let found = editor.open(language, &text);
        assert_eq!(found.len(), 1, "{text}: {found:?}");
        let actions = editor.actions(&found[0]["range"]);
        let edit = &actions[0]["edit"]["changes"][URI][0];
        let change = json!([{"range": edit["range"], "text": edit["newText"]}]);
        assert_eq!(editor.change(2, &change), [] as [Value; 0], "{text}: {edit}");
    }
}

#[test]
fn a_format_without_comments_is_allowed_in_the_settings() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("lsp allow");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("in brief")).expect("a folder for the test");
    let uri = |name: &str| format!("file://{}/{name}", folder.display()).replace(' ', "%20");
    let draft = uri("in brief/blast.txt");
    let creates = json!({"workspace": {"workspaceEdit":
        {"documentChanges": true, "resourceOperations": ["create"]}}});
    let (mut editor, _) = Editor::with(&creates);
    let text = FAULTY.trim_start_matches("# ");
    let open = |editor: &mut Editor| {
        let item = json!({"uri": draft, "languageId": "plaintext", "version": 1, "text": text});
        editor.tell("textDocument/didOpen", &json!({"textDocument": item}));
        let found = editor.hear()["params"]["diagnostics"].clone();
        let params = json!({"textDocument": {"uri": draft}, "range": found[0]["range"],
            "context": {"diagnostics": []}});
        let actions = editor.ask("textDocument/codeAction", &params)["result"].clone();
        (found, actions)
    };
    let entry = |path: &str| {
        format!(
            "[[allow]]\npath = \"{path}\"\nrule = \"sum-mismatch\"\n\
             figures = [\"12 people\", \"nine men\", \"five women\"]\nreason = \"reason\"\n"
        )
    };

    let (_, actions) = open(&mut editor);
    let changes = &actions[0]["edit"]["documentChanges"];
    assert_eq!(changes[0]["kind"], "create");
    assert_eq!(changes[0]["uri"], uri("in brief/tollcheck.toml"));
    assert_eq!(changes[1]["edits"][0]["newText"], entry("blast.txt"));

    let settings = "fail-on = \"warning\"\n";
    fs::write(folder.join("tollcheck.toml"), settings).expect("written");
    editor.tell("textDocument/didSave", &json!({"textDocument": {"uri": draft}}));
    editor.hear();
    let (_, actions) = open(&mut editor);
    let title = "allow this sum-mismatch in tollcheck.toml, with a reason";
    assert_eq!(actions[0]["title"], title);
    let edit = &actions[0]["edit"]["changes"][uri("tollcheck.toml")][0];
    assert_eq!(edit["range"], range(1, 0, 0));
    let added = edit["newText"].as_str().expect("text");
    assert_eq!(added, format!("\n{}", entry("in brief/blast.txt")));
    fs::write(folder.join("tollcheck.toml"), format!("{settings}{added}")).expect("written");
    editor.tell("textDocument/didSave", &json!({"textDocument": {"uri": draft}}));
    assert_eq!(editor.hear()["params"]["diagnostics"], json!([]));
}

#[test]
fn settings_are_those_of_the_folder() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("lsp settings");
    fs::create_dir_all(&folder).expect("a folder for the test");
    let settings = |text: &str| fs::write(folder.join("tollcheck.toml"), text).expect("written");
    let uri = format!("file://{}/blast.md", folder.display()).replace(' ', "%20");
    let watch = json!({"workspace": {"didChangeWatchedFiles": {"dynamicRegistration": true}}});
    let (mut editor, _) = Editor::with(&watch);
    assert_eq!(editor.hear()["method"], "client/registerCapability");

    settings("ignore = [\"sum-mismatch\"]\n");
    let item = json!({"uri": uri, "languageId": "markdown", "version": 1, "text": FAULTY});
    editor.tell("textDocument/didOpen", &json!({"textDocument": item}));
    assert_eq!(editor.hear()["params"]["diagnostics"], json!([]));

    settings("");
    editor.tell("workspace/didChangeWatchedFiles", &json!({"changes": []}));
    assert_eq!(editor.hear()["params"]["diagnostics"][0]["code"], "sum-mismatch");

    settings("ignroe = []\n");
    editor.tell("textDocument/didSave", &json!({"textDocument": {"uri": uri}}));
    let wrong = editor.hear()["params"]["diagnostics"][0].clone();
    let message = wrong["message"].as_str().unwrap_or_default();
    assert!(
        message.ends_with("tollcheck.toml:1:1: unknown key \"ignroe\"; did you mean \"ignore\"?")
    );
    assert_eq!(wrong["range"], range(0, 0, 0));
}

#[test]
fn an_editor_goes_where_it_is_told() {
    let (mut editor, offer) = Editor::with(&json!({"window": {"showDocument": {"support": true}}}));
    assert_eq!(offer["executeCommandProvider"]["commands"], json!(["tollcheck.go"]));
    let found = editor.open("markdown", FAULTY);
    let actions = editor.actions(&found[0]["range"]);
    let go = actions.iter().find(|a| a["title"] == "go to \"nine men\", a part").expect("offered");
    let command = go["command"].clone();
    editor.send(&json!({"jsonrpc": "2.0", "id": "go", "method": "workspace/executeCommand",
        "params": {"command": command["command"], "arguments": command["arguments"]}}));
    let show = editor.hear();
    assert_eq!(show["method"], "window/showDocument");
    assert_eq!(show["params"]["selection"], range(2, 45, 53));
    assert_eq!(editor.hear(), json!({"jsonrpc": "2.0", "id": "go", "result": null}));
    editor.send(&json!({"jsonrpc": "2.0", "id": show["id"], "result": {"success": true}}));
    let unknown =
        editor.ask("workspace/executeCommand", &json!({"command": "rm", "arguments": []}));
    assert_eq!(unknown["error"]["code"], -32602);
    assert!(editor.leave().success());
}

#[test]
fn what_is_not_understood_is_refused_and_nothing_ends() {
    let mut editor = Editor::start();
    let early = editor.ask("textDocument/hover", &json!({}));
    assert_eq!(early["error"]["code"], -32002);
    editor.ask("initialize", &json!({"capabilities": {"general": "of no kind"}}));
    assert_eq!(editor.ask("initialize", &json!({}))["error"]["code"], -32600);
    assert_eq!(editor.ask("textDocument/rename", &json!({}))["error"]["code"], -32601);
    assert_eq!(editor.ask("textDocument/hover", &json!([1]))["error"]["code"], -32602);
    assert_eq!(editor.ask_at("textDocument/hover", 0, 0), Value::Null);
    for nonsense in
        ["Content-Length: 5\r\n\r\n{]{]{", "Content-Length: x\r\n\r\n", "nothing\r\n\r\n"]
    {
        editor.write(nonsense);
        let refused = editor.hear();
        assert_eq!((&refused["id"], &refused["error"]["code"]), (&Value::Null, &json!(-32700)));
    }
    editor.write("Content-Length: 4\r\n\r\n[{}]");
    assert_eq!(editor.hear()["error"]["code"], -32600);
    editor.tell("textDocument/didOpen", &json!({"textDocument": 7}));
    editor.tell(
        "textDocument/didChange",
        &json!({"textDocument": {"uri": URI, "version": 9},
        "contentChanges": []}),
    );
    editor.tell("$/unheard-of", &json!({}));
    assert_eq!(editor.open("markdown", FAULTY).len(), 1);
    let beyond = json!([{"range": range(99, 99, 0), "text": "\0"}]);
    assert_eq!(editor.change(2, &beyond)[0]["range"], range(0, 0, 0));
    assert!(editor.leave().success());
}

#[test]
fn an_editor_that_goes_down_ends_the_server() {
    let mut editor = Editor::plain();
    editor.to = None;
    assert_eq!(editor.server.wait().ok().and_then(|status| status.code()), Some(1));
    let mut editor = Editor::plain();
    editor.tell("exit", &Value::Null);
    assert_eq!(editor.server.wait().ok().and_then(|status| status.code()), Some(1));
}
