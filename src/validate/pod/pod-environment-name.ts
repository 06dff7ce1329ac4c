import { ownText } from "../../diagnostics/own-field.ts";
import { showText } from "../../diagnostics/show.ts";
import { fieldAt, itemsAt } from "./place.ts";
import { definePodLaw } from "./pod-law.ts";

/** Since this Kubernetes minor any printable ASCII text without "=" is a name. */
const RELAXED_SINCE = 32;
const RELAXED = /^[\x20-\x3c\x3e-\x7e]+$/;
const STRICT = /^[-._a-zA-Z][-._a-zA-Z0-9]*$/;

/** Names of environment variables, and the prefixes of envFrom. Source: Kubernetes, IsEnvVarName. */
export const podEnvironmentName = definePodLaw({
  code: "pod-environment-name",
  concerns: ["env", "envFrom"],
  *check({ judged, kubernetesMinor }) {
    const relaxed = kubernetesMinor >= RELAXED_SINCE;
    const rules = relaxed
      ? 'printable ASCII characters without "="'
      : 'letters, digits, "_", "-" and "." that do not start with a digit';
    const isName = (text: string) =>
      relaxed ? RELAXED.test(text) : STRICT.test(text) && text !== "." && !text.startsWith("..");
    for (const container of judged) {
      for (const variable of itemsAt(container, "env")) {
        const name = ownText(variable.data, "name");
        if (name === undefined || isName(name)) continue;
        const message =
          name === ""
            ? "The environment variable's name is empty."
            : `The environment variable's name ${showText(name)} is not valid; it must be ${rules}.`;
        const hint = "Name it in letters, digits and _, such as LOG_LEVEL.";
        yield { path: fieldAt(variable, "name").path, message, hint };
      }
      for (const source of itemsAt(container, "envFrom")) {
        const prefix = ownText(source.data, "prefix") ?? "";
        if (prefix === "" || isName(prefix)) continue;
        const message = `The prefix ${showText(prefix)} is not valid; it must be ${rules}.`;
        const hint = "Write it in letters, digits and _, such as APP_.";
        yield { path: fieldAt(source, "prefix").path, message, hint };
      }
    }
  },
});
