//! Starting and stopping the program itself, as a person would: with its own Postgres in an empty folder.

use std::io::{BufRead, BufReader, Read};
use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

#[path = "../support/mod.rs"]
mod support;

mod backup;
mod disk;
mod doctor;
mod first_start;
mod guard;
mod standby;
mod strangers;
mod versions;

/// A folder that every user may cross, gone at the end.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("murmel-start-{name}-{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(&folder).expect("a folder");
        std::fs::set_permissions(&folder, PermissionsExt::from_mode(0o1777)).expect("its rights");
        Self(folder)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn program(data: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_pickpost-shop"));
    command.env_remove("DATABASE_URL").env("SHOP_DATA_DIR", data);
    command.env("SHOP_PG_BIN", support::cluster::programs());
    command.env("SHOP_BIND", "127.0.0.1:0").env("SANDBOX_BIND", "127.0.0.1:0");
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// Waits for the line that says where the shop is; gives the address and how long it took.
fn opened(child: &mut Child, begun: Instant) -> (String, Duration) {
    let stdout = child.stdout.take().expect("a pipe");
    let mut lines = BufReader::new(stdout).lines();
    let line = lines.by_ref().map_while(Result::ok).find(|line| line.contains("murmel is open: "));
    let line = line.unwrap_or_else(|| {
        let mut said = String::new();
        let _ = child.stderr.take().map(|mut stderr| stderr.read_to_string(&mut said));
        panic!("the shop did not open: {said}")
    });
    let url = line.split_whitespace().find(|word| word.starts_with("http")).expect("an address").to_owned();
    // Whoever prints must not be stopped by a closed pipe.
    std::thread::spawn(move || lines.for_each(drop));
    (url.trim_end_matches('/').to_owned(), begun.elapsed())
}

fn open(data: &Path) -> (Child, String, Duration) {
    let begun = Instant::now();
    let mut child = program(data).spawn().expect("the program");
    let (url, took) = opened(&mut child, begun);
    (child, url, took)
}

fn signal(child: &Child, name: &str) {
    let sent = Command::new("kill").args([name, &child.id().to_string()]).status().expect("kill");
    assert!(sent.success());
}

fn get(url: &str) -> (u16, String) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    runtime.block_on(async {
        let answer = reqwest::get(url).await.expect("an answer");
        (answer.status().as_u16(), answer.text().await.expect("text"))
    })
}

fn postmaster(data: &Path) -> Option<u32> {
    let file = std::fs::read_to_string(data.join("postgres/cluster/postmaster.pid")).ok()?;
    file.lines().next()?.trim().parse().ok()
}

fn lives(pid: u32) -> bool {
    Path::new(&format!("/proc/{pid}")).exists()
}

fn failed(mut command: Command) -> (Output, String) {
    let output = command.output().expect("the program");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(!output.status.success() && !said.contains("panicked") && !said.contains("backtrace"), "{said}");
    (output, said)
}

#[test]
fn it_opens_on_an_empty_folder_stops_cleanly_and_opens_again_quickly() {
    let folder = Folder::new("twice");
    let data = folder.0.join("data");
    let mut times = Vec::new();
    for how in ["-TERM", "-INT", "-TERM"] {
        let (mut child, url, took) = open(&data);
        assert_eq!(get(&format!("{url}/readyz")).0, 200);
        assert!(get(&format!("{url}/de/")).1.contains("Gutes aus den Alpen"));
        times.push(took);
        let postgres = postmaster(&data).expect("its Postgres");
        signal(&child, how);
        assert!(child.wait().expect("its end").success(), "{how}");
        assert!(!lives(postgres), "Postgres has ended too");
    }
    println_times(&times);
    assert!(times[1] < times[0], "there is less to do the second time: {times:?}");
}

/// Figures for whoever reads the tests' output; the assertion above is generous, since machines are noisy.
fn println_times(times: &[Duration]) {
    use std::io::Write;
    let _ = writeln!(std::io::stderr(), "starts: {times:?}");
}

#[test]
fn after_kill_9_nothing_is_lost_and_the_next_start_recovers() {
    let folder = Folder::new("kill");
    let data = folder.0.join("data");
    let (mut child, url, _) = open(&data);
    let path = order(&url);
    child.kill().expect("kill -9");
    let mut logs = String::new();
    let _ = child.stderr.take().expect("a pipe").read_to_string(&mut logs);
    let _ = child.wait();
    assert!(logs.contains("asked Post"), "{logs}");
    let token = path.rsplit('/').next().expect("a token");
    for private in ["Muster", "Bellerive", "hans.muster", token, "PT0", "sandbox\"", "Bearer"] {
        assert!(!logs.contains(private), "{private} stands in the log (rule 8): {logs}");
    }
    let (mut child, url, _) = open(&data);
    let (status, page) = get(&format!("{url}{path}"));
    assert_eq!(status, 200, "the order is there");
    assert!(page.contains("M-10001"));
    assert_ne!(order(&url), path, "the shop sells on");
    signal(&child, "-TERM");
    let _ = child.wait();
}

/// Orders something home and gives the path of the order.
fn order(url: &str) -> String {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    runtime.block_on(async {
        let mut visitor = support::visitor::Visitor::new(url);
        support::walk::walk(&mut visitor, "en", "my_post_24", support::walk::Until::Review).await;
        visitor.submit("idempotency_key", &[("place", "1")]).await;
        assert!(visitor.path().starts_with("/en/orders/"));
        visitor.path().to_owned()
    })
}

#[test]
fn a_port_in_use_a_folder_in_use_and_a_wrong_setting_end_with_one_sentence() {
    let folder = Folder::new("wrong");
    let data = folder.0.join("data");
    let (mut child, url, _) = open(&data);
    let taken = url.trim_start_matches("http://").to_owned();
    let mut second = program(&folder.0.join("other"));
    second.env("SHOP_BIND", &taken);
    let (_, said) = failed(second);
    assert!(said.contains("SHOP_BIND") && said.contains(&taken), "{said}");
    let (_, said) = failed(program(&data));
    assert!(said.contains("SHOP_DATA_DIR") && said.contains("another shop is running"), "{said}");
    signal(&child, "-TERM");
    let _ = child.wait();
    let mut wrong = program(&data);
    wrong.env("SHOP_BIND", "nowhere");
    let (output, said) = failed(wrong);
    assert_eq!((output.status.code(), said.trim().lines().count()), (Some(2), 1), "{said}");
    let file = folder.0.join("file");
    std::fs::write(&file, "not a folder").expect("a file");
    let (_, said) = failed(program(&file));
    assert!(said.contains("SHOP_DATA_DIR"), "{said}");
    let mut nowhere = program(&data);
    nowhere.env("DATABASE_URL", "postgres://nobody@127.0.0.1:1/none");
    let (_, said) = failed(nowhere);
    assert!(said.contains("the database does not answer"), "{said}");
}

#[test]
fn doctor_migrate_and_merchant_do_what_they_say() {
    let folder = Folder::new("commands");
    let data = folder.0.join("data");
    let run = |arguments: &[&str]| {
        let output = program(&data).args(arguments).output().expect("the program");
        (output.status.success(), String::from_utf8_lossy(&output.stdout).into_owned())
    };
    assert_eq!(run(&["migrate"]), (true, "The database is up to date.\n".into()));
    let (healthy, said) = run(&["doctor"]);
    assert!(healthy && said.contains("ok      database") && said.contains("Everything is well"), "{said}");
    let mut add = program(&data);
    let mut child =
        add.args(["merchant", "add", "anna@example.ch"]).stdin(Stdio::piped()).spawn().expect("the program");
    std::io::Write::write_all(&mut child.stdin.take().expect("a pipe"), b"correct horse battery\n")
        .expect("typed");
    let output = child.wait_with_output().expect("its end");
    assert!(output.status.success() && String::from_utf8_lossy(&output.stdout).contains("can sign in"));
    assert!(!run(&["merchant", "add", "anna"]).0, "no e-mail address, no merchant");
}

#[test]
fn the_simulator_starts_alone() {
    let folder = Folder::new("sandbox");
    let mut child = program(&folder.0).arg("sandbox").spawn().expect("the program");
    let stdout = child.stdout.take().expect("a pipe");
    let line = BufReader::new(stdout).lines().map_while(Result::ok).next().expect("a line");
    let url = line.split_whitespace().last().expect("an address");
    let (status, page) = get(url);
    assert!(status == 200 && page.contains("Not Swiss Post"));
    signal(&child, "-INT");
    assert!(child.wait().expect("its end").success());
}

#[test]
fn it_runs_as_another_user_too() {
    if !rustix::process::geteuid().is_root() {
        return;
    }
    let folder = Folder::new("nobody");
    let copy = folder.0.join("pickpost-shop");
    std::fs::copy(env!("CARGO_BIN_EXE_pickpost-shop"), &copy).expect("a copy");
    let mut command = Command::new(&copy);
    command.uid(65534).gid(65534).env_remove("DATABASE_URL").env("SHOP_DATA_DIR", folder.0.join("data"));
    command.env("SHOP_BIND", "127.0.0.1:0").env("SANDBOX_BIND", "127.0.0.1:0").current_dir(&folder.0);
    command.env("SHOP_PG_BIN", support::cluster::programs());
    let begun = Instant::now();
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the program");
    let (url, _) = opened(&mut child, begun);
    assert_eq!(get(&format!("{url}/readyz")).0, 200);
    signal(&child, "-TERM");
    assert!(child.wait().expect("its end").success());
}

#[test]
fn a_command_beside_an_open_shop_uses_its_postgres_and_leaves_it_running() {
    let folder = Folder::new("beside");
    let data = folder.0.join("data");
    let (mut child, url, _) = open(&data);
    let points = concat!(env!("CARGO_MANIFEST_DIR"), "/data/points.json");
    let output = program(&data).args(["points", "import", points]).output().expect("the program");
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success() && said.contains("2700 points: 0 appeared"), "{output:?}");
    assert_eq!(get(&format!("{url}/readyz")).0, 200, "the shop is still open");
    signal(&child, "-TERM");
    assert!(child.wait().expect("its end").success());
}

/// Signs in from a fresh visit; gives the status of the last page and where it is.
async fn sign_in(url: &str, password: &str) -> (u16, String) {
    let mut visitor = support::visitor::Visitor::new(url);
    visitor.get("/merchant/sign-in").await;
    visitor.submit("password", &[("email", "anna@example.ch"), ("password", password)]).await;
    (visitor.status, visitor.path().to_owned())
}

#[test]
fn a_merchant_who_has_to_wait_is_unlocked_beside_an_open_shop() {
    let folder = Folder::new("unlock");
    let data = folder.0.join("data");
    let begun = Instant::now();
    let mut command = program(&data);
    command.env("MERCHANT_EMAIL", "anna@example.ch").env("MERCHANT_PASSWORD", "correct horse battery");
    let mut child = command.spawn().expect("the program");
    let (url, _) = opened(&mut child, begun);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let statuses = |password: &str, count: usize| -> Vec<(u16, String)> {
        runtime.block_on(async {
            let mut seen = Vec::new();
            for _ in 0..count {
                seen.push(sign_in(&url, password).await);
            }
            seen
        })
    };
    statuses("wrong", 20);
    assert_eq!(statuses("correct horse battery", 1)[0].0, 429);
    let unlock =
        |email: &str| program(&data).args(["merchant", "unlock", email]).output().expect("the program");
    assert!(!unlock("nobody@example.ch").status.success());
    let output = unlock(" Anna@example.ch");
    assert!(output.status.success(), "{output:?}");
    assert!(String::from_utf8_lossy(&output.stdout).contains("can sign in again"), "{output:?}");
    assert_eq!(statuses("correct horse battery", 1), [(200, "/merchant/orders".to_owned())]);
    signal(&child, "-TERM");
    assert!(child.wait().expect("its end").success());
    let mut log = String::new();
    child.stderr.take().expect("a pipe").read_to_string(&mut log).expect("text");
    assert_eq!(log.matches("a sign-in was refused").count(), 21, "each refusal has its line: {log}");
    assert_eq!(log.matches("a merchant has signed in").count(), 1, "{log}");
    assert!(!log.contains("anna") && !log.contains("battery"), "{log}");
}

#[test]
fn a_crowd_at_the_sign_in_is_sent_away_instead_of_filling_memory() {
    let folder = Folder::new("crowd");
    let mut command = program(&folder.0.join("data"));
    let begun = Instant::now();
    let mut child = command.env("SHOP_LIMITS", "off").spawn().expect("the program");
    let (url, _) = opened(&mut child, begun);
    let memory = || -> u64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap_or_default();
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or_default()
    };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let before = memory();
    let answers = runtime.block_on(async {
        let mut answers = Vec::new();
        for _ in 0..4 {
            let crowd = (0..50).map(|_| sign_in(&url, "wrong"));
            answers.extend(futures_util::future::join_all(crowd).await);
        }
        answers
    });
    let count = |wanted: u16| answers.iter().filter(|(status, _)| *status == wanted).count();
    assert!(count(422) >= 10 && count(503) >= 1, "{} looked at, {} sent away", count(422), count(503));
    assert_eq!(count(422) + count(503), answers.len());
    // 50 hashes at once would be 950 MiB; the debug build's own pages are the rest.
    assert!(memory() < before + 40 * 1024, "{before} KiB before, {} at most", memory());
    assert_eq!(runtime.block_on(sign_in(&url, "wrong")).0, 422, "and then there is room again");
    signal(&child, "-TERM");
    assert!(child.wait().expect("its end").success());
}
