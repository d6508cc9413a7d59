//! A headless Chromium and its tabs, over the DevTools protocol.

use std::cell::{Cell, RefCell};
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::rc::Rc;
use std::time::Duration;
use tokio::sync::Mutex;

use crate::support::patience;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use futures_util::{SinkExt, StreamExt};
use serde_json::{Value, json};
use tokio::net::TcpStream;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, connect_async};

type Socket = WebSocketStream<MaybeTlsStream<TcpStream>>;

pub struct Chromium {
    process: RefCell<Child>,
    profile: PathBuf,
    socket: Rc<Mutex<Socket>>,
    next: Rc<Cell<u32>>,
}

pub struct Tab {
    socket: Rc<Mutex<Socket>>,
    next: Rc<Cell<u32>>,
    session: String,
}

const FLAGS: [&str; 11] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--hide-scrollbars",
    "--remote-debugging-port=0",
];

impl Chromium {
    /// Starts one; `None` where there is none on this machine.
    pub async fn start() -> Option<Self> {
        Self::start_with(&[]).await
    }

    /// Starts one with letters twice as large as usual, as somebody sets who sees badly.
    pub async fn start_large() -> Option<Self> {
        Self::start_with(&["--blink-settings=defaultFontSize=32,defaultFixedFontSize=26"]).await
    }

    async fn start_with(more: &[&str]) -> Option<Self> {
        static NEXT: std::sync::atomic::AtomicU32 = std::sync::atomic::AtomicU32::new(0);
        let number = NEXT.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        let profile = std::env::temp_dir().join(format!("murmel-browser-{}-{number}", std::process::id()));
        let spawn = |name: &&str| {
            let mut command = Command::new(name);
            command
                .args(FLAGS)
                .args(more)
                .arg(format!("--user-data-dir={}", profile.display()))
                .arg("about:blank");
            command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped()).spawn().ok()
        };
        let mut process = ["chromium", "chromium-browser", "google-chrome"].iter().find_map(spawn)?;
        let stderr = process.stderr.take().expect("a pipe");
        let mut lines = BufReader::new(stderr).lines();
        let address = lines
            .by_ref()
            .map_while(Result::ok)
            .find_map(|line| line.strip_prefix("DevTools listening on ").map(ToOwned::to_owned));
        std::thread::spawn(move || lines.for_each(drop));
        let (socket, _) = connect_async(address.expect("Chromium starts")).await.expect("DevTools");
        let socket = Rc::new(Mutex::new(socket));
        Some(Self { process: RefCell::new(process), profile, socket, next: Rc::default() })
    }

    /// A tab of its own, with its own cookies, so wide, with scripts or without.
    pub async fn tab(&self, width: u32, scripts: bool) -> Tab {
        let mut tab =
            Tab { socket: Rc::clone(&self.socket), next: Rc::clone(&self.next), session: String::new() };
        let context = tab.call("Target.createBrowserContext", json!({})).await;
        let target = json!({ "url": "about:blank", "browserContextId": context["browserContextId"] });
        let target = tab.call("Target.createTarget", target).await;
        let attach = json!({ "targetId": target["targetId"], "flatten": true });
        let session = tab.call("Target.attachToTarget", attach).await;
        tab.session = session["sessionId"].as_str().expect("a session").to_owned();
        tab.call("Page.enable", json!({})).await;
        let watch = "window.violations = []; addEventListener('securitypolicyviolation', e => violations.push(e.violatedDirective))";
        tab.call("Page.addScriptToEvaluateOnNewDocument", json!({ "source": watch })).await;
        let size = json!({ "width": width, "height": 900, "deviceScaleFactor": 1, "mobile": false });
        tab.call("Emulation.setDeviceMetricsOverride", size).await;
        tab.call("Emulation.setScriptExecutionDisabled", json!({ "value": !scripts })).await;
        tab
    }
}

fn bytes(answer: &Value) -> Vec<u8> {
    STANDARD.decode(answer["data"].as_str().expect("data")).expect("base64")
}

impl Drop for Chromium {
    fn drop(&mut self) {
        let _ = self.process.borrow_mut().kill();
        let _ = self.process.borrow_mut().wait();
        let _ = std::fs::remove_dir_all(&self.profile);
    }
}

impl Tab {
    async fn call(&mut self, method: &str, parameters: Value) -> Value {
        self.try_call(method, parameters).await.unwrap_or_else(|error| panic!("{method}: {error}"))
    }

    /// The same; an error of the browser comes back.
    async fn try_call(&mut self, method: &str, parameters: Value) -> Result<Value, Value> {
        let id = self.next.get() + 1;
        self.next.set(id);
        let mut message = json!({ "id": id, "method": method, "params": parameters });
        if !self.session.is_empty() {
            message["sessionId"] = json!(self.session);
        }
        let mut socket = self.socket.lock().await;
        socket.send(Message::text(message.to_string())).await.expect("Chromium listens");
        loop {
            let answer = tokio::time::timeout(Duration::from_mins(1), socket.next()).await;
            let answer = answer.expect("Chromium answers in time").expect("an answer").expect("an answer");
            let Ok(answer) = serde_json::from_str::<Value>(answer.to_text().unwrap_or_default()) else {
                continue;
            };
            if answer["id"] == json!(id) {
                return match &answer["error"] {
                    Value::Null => Ok(answer["result"].clone()),
                    error => Err(error.clone()),
                };
            }
        }
    }

    /// As it looks in this scheme and so wide; nothing moves, so that no colour is halfway to another.
    pub async fn looks(&mut self, scheme: &str, width: u32) {
        let feature = |name: &str, value: &str| json!({ "name": name, "value": value });
        let features = [feature("prefers-color-scheme", scheme), feature("prefers-reduced-motion", "reduce")];
        self.call("Emulation.setEmulatedMedia", json!({ "features": features })).await;
        let size = json!({ "width": width, "height": 900, "deviceScaleFactor": 1, "mobile": false });
        self.call("Emulation.setDeviceMetricsOverride", size).await;
    }

    /// Shows a page that comes from no server, in the place of the one that is open.
    pub async fn show(&mut self, html: &str) {
        let tree = self.call("Page.getFrameTree", json!({})).await;
        let document = json!({ "frameId": tree["frameTree"]["frame"]["id"], "html": html });
        self.call("Page.setDocumentContent", document).await;
        let sheets = "[...document.querySelectorAll('link[rel=stylesheet]')].every((link) => link.sheet)";
        self.until(&format!("document.readyState === 'complete' && {sheets}")).await;
    }

    /// A phone of 360 by 740 with so many dots to a pixel.
    pub async fn phone(&mut self, density: u32) {
        let size = json!({ "width": 360, "height": 740, "deviceScaleFactor": density, "mobile": true });
        self.call("Emulation.setDeviceMetricsOverride", size).await;
    }

    /// Waits until nothing more comes: no file in half a second.
    pub async fn rest(&mut self) {
        let mut before = -1;
        for _ in patience() {
            let now = self.number("performance.getEntriesByType('resource').length").await;
            if now == before {
                return;
            }
            before = now;
            tokio::time::sleep(Duration::from_millis(500)).await;
        }
        panic!("there is always another file");
    }

    /// How many bytes the open page brought over the line, headers included, and what they were.
    pub async fn weight(&mut self) -> (i64, String) {
        let files =
            "performance.getEntriesByType('resource').concat(performance.getEntriesByType('navigation'))";
        let names =
            format!("{files}.map(({{ name, transferSize }}) => `${{transferSize}} ${{name}}`).join('\\n')");
        let sum = format!("{files}.reduce((sum, file) => sum + file.transferSize, 0)");
        (self.number(&sum).await, self.text_of(&names).await)
    }

    async fn evaluate(&mut self, script: &str) -> Value {
        let call = json!({ "expression": script, "returnByValue": true, "awaitPromise": true });
        let answer = self.call("Runtime.evaluate", call).await;
        assert!(answer["exceptionDetails"].is_null(), "{script}: {}", answer["exceptionDetails"]);
        answer["result"]["value"].clone()
    }

    /// Whether a script says yes; no while the page goes.
    async fn says_yes(&mut self, script: &str) -> bool {
        let call = json!({ "expression": format!("!!({script})"), "returnByValue": true });
        let answer = self.try_call("Runtime.evaluate", call).await;
        answer.is_ok_and(|answer| answer["result"]["value"] == json!(true))
    }

    /// The page as it is printed.
    pub async fn printed(&mut self) -> Vec<u8> {
        let call = json!({ "preferCSSPageSize": true, "printBackground": true });
        bytes(&self.call("Page.printToPDF", call).await)
    }

    /// The whole page as a picture.
    pub async fn picture(&mut self) -> Vec<u8> {
        bytes(&self.call("Page.captureScreenshot", json!({ "captureBeyondViewport": true })).await)
    }

    pub async fn number(&mut self, script: &str) -> i64 {
        self.evaluate(script).await.as_f64().map_or(-1, |number| number as i64)
    }

    pub async fn text_of(&mut self, script: &str) -> String {
        self.evaluate(script).await.as_str().unwrap_or_default().to_owned()
    }

    pub async fn text(&mut self, css: &str) -> String {
        self.text_of(&format!("document.querySelector({css:?})?.innerText ?? ''")).await
    }

    pub async fn path(&mut self) -> String {
        self.text_of("location.pathname").await
    }

    pub async fn open(&mut self, url: &str) {
        self.leave().await;
        self.call("Page.navigate", json!({ "url": url })).await;
        self.arrive().await;
    }

    /// Clicks something that leads to another page.
    pub async fn click(&mut self, css: &str) {
        self.leave().await;
        let there = self.evaluate(&format!("!!document.querySelector({css:?})")).await;
        let path = self.path().await;
        assert_eq!(there, json!(true), "nothing like {css} at {path}: {}", self.text("main").await);
        self.evaluate(&format!("document.querySelector({css:?}).click()")).await;
        self.arrive().await;
    }

    /// Clicks something that leads to another page after a while.
    pub async fn leave_by(&mut self, css: &str) {
        self.leave().await;
        self.press(css).await;
        self.arrive().await;
    }

    /// Chooses a radio button.
    pub async fn press(&mut self, css: &str) {
        self.evaluate(&format!("document.querySelector({css:?}).click()")).await;
    }

    pub async fn fill(&mut self, css: &str, value: &str) {
        self.evaluate(&format!("document.querySelector({css:?}).value = {value:?}")).await;
    }

    /// Marks the page that is about to go.
    async fn leave(&mut self) {
        // A refused form comes back in the place of the page, in the same window.
        self.evaluate("window.leaving = document.body.leaving = true").await;
    }

    async fn arrive(&mut self) {
        for _ in patience() {
            let ready = "!(window.leaving && document.body?.leaving) && document.readyState === 'complete'";
            if self.says_yes(ready).await {
                return;
            }
            tokio::time::sleep(Duration::from_millis(25)).await;
        }
        panic!("no page arrives after {}", self.path().await);
    }

    /// Presses Tab until the focus is there, as somebody without a mouse does.
    pub async fn tab_to(&mut self, css: &str) {
        for _ in 0..120 {
            if self.evaluate(&format!("document.activeElement?.matches({css:?}) ?? false")).await
                == json!(true)
            {
                return;
            }
            self.key("Tab").await;
        }
        panic!("the keyboard does not reach {css} at {}", self.path().await);
    }

    pub async fn key(&mut self, key: &str) {
        let code = match key {
            "Tab" => 9,
            "Enter" => 13,
            "Space" => 32,
            "ArrowDown" => 40,
            "Escape" => 27,
            _ => 0,
        };
        let (name, text) = match key {
            "Enter" => ("Enter", Some("\r")),
            "Space" => (" ", Some(" ")),
            key => (key, None),
        };
        let mut down = json!({ "type": "keyDown", "key": name, "code": key, "windowsVirtualKeyCode": code });
        if let Some(text) = text {
            down["text"] = json!(text);
        }
        self.call("Input.dispatchKeyEvent", down).await;
        let up = json!({ "type": "keyUp", "key": name, "code": key, "windowsVirtualKeyCode": code });
        self.call("Input.dispatchKeyEvent", up).await;
    }

    /// Presses Enter on something that leads to another page.
    pub async fn enter(&mut self) {
        self.leave().await;
        self.key("Enter").await;
        self.arrive().await;
    }

    pub async fn type_text(&mut self, text: &str) {
        self.call("Input.insertText", json!({ "text": text })).await;
    }

    /// Waits until a script says yes.
    pub async fn until(&mut self, script: &str) {
        for _ in patience() {
            if self.says_yes(script).await {
                return;
            }
            tokio::time::sleep(Duration::from_millis(25)).await;
        }
        panic!("in vain at {}: {script}", self.path().await);
    }

    /// Clicks with the mouse in the middle of something, through whatever lies there.
    pub async fn mouse(&mut self, css: &str) {
        let script = format!(
            "(() => {{ const box = document.querySelector({css:?}).getBoundingClientRect();
                return [box.x + box.width / 2, box.y + box.height / 2] }})()"
        );
        let at = self.evaluate(&script).await;
        for kind in ["mouseMoved", "mousePressed", "mouseReleased"] {
            let event = json!({ "type": kind, "x": at[0], "y": at[1], "button": "left", "clickCount": 1 });
            self.call("Input.dispatchMouseEvent", event).await;
        }
    }

    /// Keeps files away from the browser, as a blocker or a broken line would.
    pub async fn block(&mut self, patterns: &[&str]) {
        self.call("Network.enable", json!({})).await;
        self.call("Network.setBlockedURLs", json!({ "urls": patterns })).await;
    }

    /// What a screen reader is told: role and name of everything that has one.
    pub async fn tree(&mut self) -> Vec<(String, String)> {
        let tree = self.call("Accessibility.getFullAXTree", json!({})).await;
        let text = |node: &Value, key: &str| node[key]["value"].as_str().unwrap_or_default().to_owned();
        let nodes =
            tree["nodes"].as_array().expect("nodes").iter().filter(|node| node["ignored"] == json!(false));
        nodes
            .map(|node| (text(node, "role"), text(node, "name")))
            .filter(|(_, name)| !name.is_empty())
            .collect()
    }

    /// Says that the device stands here, and may tell.
    pub async fn stand_at(&mut self, lat: f64, lon: f64) {
        let position = json!({ "latitude": lat, "longitude": lon, "accuracy": 10 });
        self.call("Emulation.setGeolocationOverride", position).await;
        let origin = self.text_of("location.origin").await;
        let grant =
            json!({ "origin": origin, "permission": { "name": "geolocation" }, "setting": "granted" });
        let session = std::mem::take(&mut self.session);
        let context = self.call("Target.getTargets", json!({})).await;
        let targets = context["targetInfos"].as_array().cloned().unwrap_or_default();
        let mut granted = false;
        for target in targets {
            let mut grant = grant.clone();
            grant["browserContextId"] = target["browserContextId"].clone();
            // The browser's own context knows no permissions of its own in some versions; the tab's does in all.
            granted |= self.try_call("Browser.setPermission", grant).await.is_ok();
        }
        assert!(granted, "the tab may ask where the device is");
        self.session = session;
    }

    /// Clicks something inside the page's frame.
    pub async fn click_in_frame(&mut self, css: &str) {
        self.leave().await;
        for _ in patience() {
            let tree = self.call("Page.getFrameTree", json!({})).await;
            let frame = tree["frameTree"]["childFrames"][0]["frame"]["id"].clone();
            if frame.is_string() {
                let world = self.call("Page.createIsolatedWorld", json!({ "frameId": frame })).await;
                let script = format!(
                    "document.querySelector({css:?})?.click() ?? (document.querySelector({css:?}) ? 1 : 0)"
                );
                let call = json!({ "expression": script, "contextId": world["executionContextId"], "returnByValue": true });
                let done = self.call("Runtime.evaluate", call).await;
                if done["result"]["value"] == json!(1) {
                    return self.arrive().await;
                }
            }
            tokio::time::sleep(Duration::from_millis(25)).await;
        }
        panic!("nothing like {css} in the frame");
    }
}
