import { showText } from "../../diagnostics/show.ts";
import { fieldAt } from "./place.ts";
import { definePodLaw } from "./pod-law.ts";

/** With autoscaling the head runs under the account that is named: CheckName in utils/util.go cuts some names. */
export const podServiceAccount = definePodLaw({
  code: "pod-service-account",
  concerns: ["serviceAccountName"],
  *check({ spec, additions }) {
    const { data, path } = fieldAt(spec, "serviceAccountName");
    const account = additions.serviceAccountName;
    if (typeof data !== "string" || data === "" || account === undefined) return;
    if (account === data) return;
    yield {
      path,
      message: `With autoscaling, KubeRay runs the head under ${showText(account)} instead of ${showText(data)}: it keeps the last 50 characters, and replaces a first character that is not a letter with "r".`,
      hint: "Use a service account whose name has at most 50 characters and starts with a letter.",
    };
  },
});
