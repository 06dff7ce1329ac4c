#!/usr/bin/env node
import { join } from "node:path";
import { cacheFolder, holdsOnlyOwn } from "./cache-folder.ts";
import type { Load } from "./code-cache.ts";
import { codeCache } from "./code-cache.ts";

// The program that starts: it loads all else, with code that was compiled before where there is any.

/** Names the build of the program: a digest of its files. */
declare const RAYCLUSTER_BUILD: string;

type Main = (load: Load, loadBuiltin: (name: string) => unknown, programFile: string) => void;

const folder = cacheFolder(process.env);
const own =
  folder === undefined || usesNodesOwn(folder) ? undefined : codeCache(folder, RAYCLUSTER_BUILD);
const load: Load = (file) => (own?.load ?? require)(join(__dirname, "cli", file));
if (own !== undefined) process.on("exit", own.save);
// What the build makes is a function.
(load("main.cjs") as Main)(load, require, __filename);

/**
 * Node 22.8 and later keep compiled code by themselves, once they are told where, and look at no owners. Older ones are not
 * asked: to load `node:module` takes them a millisecond.
 */
function usesNodesOwn(place: string): boolean {
  if (Number.parseInt(process.versions.node, 10) < 22) return false;
  const enable: unknown = Reflect.get(
    process.getBuiltinModule("node:module"),
    "enableCompileCache",
  );
  if (typeof enable !== "function") return false;
  if (holdsOnlyOwn(place)) enable(place);
  return true;
}
