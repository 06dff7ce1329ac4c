import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { accessSync, constants, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import type { Readable, Writable } from "node:stream";
import { pathToFileURL } from "node:url";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** The system's Chromium, or undefined. */
export const chromium: string | undefined = (process.env.PATH ?? "")
  .split(delimiter)
  .flatMap((folder) => NAMES.map((name) => join(folder, name)))
  .find(isExecutable);

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

type Message = Readonly<Record<string, unknown>>;

/** A page in a browser. */
export interface BrowserPage {
  /** Shows HTML at a width, in a colour scheme. */
  readonly show: (html: string, width: number, scheme: "light" | "dark") => Promise<void>;
  /** The value of an expression in the page. */
  readonly evaluate: (expression: string) => Promise<unknown>;
  /** A PNG of the whole page. */
  readonly screenshot: () => Promise<Buffer>;
  /** Everything that the browser has complained of since the page was shown: errors, logs, policies that were violated. */
  readonly complaints: () => readonly string[];
  readonly close: () => Promise<void>;
}

/** Opens a page in a browser of its own, by the Chrome DevTools Protocol over a pipe. */
export async function openPage(executable: string): Promise<BrowserPage> {
  const folder = mkdtempSync(join(tmpdir(), "chromium-"));
  const root = process.getuid?.() === 0;
  const browser = spawn(
    executable,
    [
      "--headless=new",
      "--remote-debugging-pipe",
      "--disable-gpu",
      "--hide-scrollbars",
      "--no-first-run",
      `--user-data-dir=${folder}`,
      // The sandbox refuses to work for root, as in containers.
      ...(root ? ["--no-sandbox", "--disable-dev-shm-usage"] : []),
      "about:blank",
    ],
    {
      // It leaves files behind.
      env: { ...process.env, TMPDIR: folder },
      stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"],
      // A group of its own, so that its processes can be ended together.
      detached: true,
    },
  );
  const { send, on } = connect(browser);
  const { targetId } = await send("Target.createTarget", { url: "about:blank" });
  const { sessionId } = await send("Target.attachToTarget", { targetId, flatten: true });
  const call = (method: string, parameters: Message = {}) => send(method, parameters, sessionId);
  let complaints: string[] = [];
  for (const event of ["Log.entryAdded", "Audits.issueAdded", "Runtime.exceptionThrown"]) {
    on(event, (parameters) => complaints.push(JSON.stringify(parameters)));
  }
  on("Runtime.consoleAPICalled", (parameters) => complaints.push(JSON.stringify(parameters)));
  for (const domain of ["Page", "Log", "Audits", "Runtime"]) await call(`${domain}.enable`);
  return {
    show: async (html, width, scheme) => {
      const file = join(folder, "page.html");
      writeFileSync(file, html);
      complaints = [];
      const metrics = { width, height: 900, deviceScaleFactor: 1, mobile: false };
      await call("Emulation.setDeviceMetricsOverride", metrics);
      const features = [{ name: "prefers-color-scheme", value: scheme }];
      await call("Emulation.setEmulatedMedia", { features });
      const loaded = new Promise<void>((settle) => on("Page.loadEventFired", () => settle()));
      await call("Page.navigate", { url: pathToFileURL(file).href });
      await loaded;
    },
    evaluate: async (expression) => {
      const { result } = await call("Runtime.evaluate", { expression, returnByValue: true });
      return typeof result === "object" && result !== null && "value" in result
        ? result.value
        : undefined;
    },
    screenshot: async () => {
      const how = { captureBeyondViewport: true, optimizeForSpeed: true };
      const { data } = await call("Page.captureScreenshot", how);
      return Buffer.from(String(data), "base64");
    },
    complaints: () => complaints,
    close: async () => {
      const ended = new Promise((settle) => browser.once("exit", settle));
      // Its other processes would go on writing to the folder for a while.
      if (browser.pid !== undefined) process.kill(-browser.pid, "SIGKILL");
      await ended;
      rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
    },
  };
}

/** Calls and events, each a JSON text that ends with NUL. */
function connect(browser: ChildProcess) {
  const [, , , input, output] = browser.stdio as unknown as [null, null, null, Writable, Readable];
  const waiting = new Map<number, (message: Message) => void>();
  const listeners = new Map<string, ((parameters: Message) => void)[]>();
  let rest = "";
  output.setEncoding("utf8").on("data", (chunk: string) => {
    const messages = `${rest}${chunk}`.split("\0");
    rest = messages.pop() ?? "";
    for (const text of messages) {
      const message: Message = JSON.parse(text);
      waiting.get(Number(message.id))?.(message);
      for (const listener of listeners.get(String(message.method)) ?? []) {
        listener(message.params as Message);
      }
    }
  });
  let last = 0;
  return {
    send: (method: string, params: Message, sessionId?: unknown) =>
      new Promise<Message>((settle, fail) => {
        last += 1;
        waiting.set(last, ({ result, error }) => {
          if (error === undefined) settle(result as Message);
          else fail(new Error(`${method}: ${JSON.stringify(error)}`));
        });
        input.write(`${JSON.stringify({ id: last, method, params, sessionId })}\0`);
      }),
    on: (event: string, listener: (parameters: Message) => void) => {
      listeners.set(event, [...(listeners.get(event) ?? []), listener]);
    },
  };
}
