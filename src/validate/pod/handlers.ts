import { portNameProblem } from "../../api/identifiers/port-name.ts";
import { isList, isObject, ownField } from "../../diagnostics/own-field.ts";
import { showText, wordText } from "../../diagnostics/show.ts";
import type { Place } from "./place.ts";
import { fieldAt, itemsAt } from "./place.ts";
import type { PodFinding } from "./pod-law.ts";
import { portNumberProblem } from "./port-rules.ts";

export const PROBE_HANDLERS: readonly string[] = Object.freeze([
  "exec",
  "httpGet",
  "tcpSocket",
  "grpc",
]);
export const HOOK_HANDLERS: readonly string[] = Object.freeze([
  "exec",
  "httpGet",
  "tcpSocket",
  "sleep",
]);

const HEADER = /^[-A-Za-z0-9]+$/;

/** The handlers that a probe or hook has. */
export function handlersOf({ data }: Place, known: readonly string[]): readonly string[] {
  return known.filter((handler) => ownField(data, handler) !== undefined);
}

/** What is wrong with the handlers themselves: commands, ports and headers. */
export function* handlerFindings(owner: Place, known: readonly string[]): Iterable<PodFinding> {
  const exec = fieldAt(owner, "exec");
  const command = fieldAt(exec, "command");
  if (isObject(exec.data) && (!isList(command.data) || command.data.length === 0)) {
    const message = "exec has no command.";
    yield { path: command.path, message, hint: "Write the command as a list of words." };
  }
  for (const kind of ["httpGet", "tcpSocket", "grpc"]) {
    const handler = fieldAt(owner, kind);
    if (!known.includes(kind) || !isObject(handler.data)) continue;
    const port = fieldAt(handler, "port");
    const problem = portProblem(port);
    if (problem === undefined) continue;
    const message = `The port ${wordText(port.data)} is not valid. ${problem}`;
    yield { path: port.path, message, hint: "Write a port number or a port name." };
  }
  for (const header of itemsAt(fieldAt(owner, "httpGet"), "httpHeaders")) {
    const { data, path } = fieldAt(header, "name");
    if (typeof data !== "string" || HEADER.test(data)) continue;
    const message = `The header's name ${showText(data)} is not valid; it may have only letters, digits and "-".`;
    yield { path, message, hint: "Write a header such as Accept." };
  }
}

function portProblem({ data }: Place): string | undefined {
  return typeof data === "string" ? portNameProblem(data) : portNumberProblem(data);
}
