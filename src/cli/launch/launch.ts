#!/usr/bin/env node
import nodeModule from "node:module";
import { join } from "node:path";
import { version } from "../version.ts";
import { cacheFolder } from "./cache-folder.ts";
import type { Load } from "./code-cache.ts";
import { codeCache } from "./code-cache.ts";

// The program that starts: it loads all else, with code that was compiled before where there is any.

type Main = (load: Load, loadBuiltin: (name: string) => unknown, programFile: string) => void;

const folder = cacheFolder(process.env);
const own = folder === undefined || hasNodesOwn(folder) ? undefined : codeCache(folder, version);
const load: Load = (file) => (own?.load ?? require)(join(__dirname, "cli", file));
if (own !== undefined) process.on("exit", own.save);
// What the build makes is a function.
(load("main.cjs") as Main)(load, require, __filename);

/** Node 22.8 and later keep compiled code by themselves, once they are told where. */
function hasNodesOwn(place: string): boolean {
  const enable: unknown = Reflect.get(nodeModule, "enableCompileCache");
  if (typeof enable !== "function") return false;
  enable(place);
  return true;
}
