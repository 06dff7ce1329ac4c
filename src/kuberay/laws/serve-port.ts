import { ownField, ownList, ownText } from "../../diagnostics/own-field.ts";
import type { Law } from "./law.ts";
import { defineLaw, isFrom } from "./law.ts";

/**
 * Serve port
 *
 * Where the head's first container of a RayService lists ports, one of them is called serve, or spec.serveService says how the
 * service is reached. From 1.6 on serve-* does too.
 *
 * See BuildServeService in ray-operator/controllers/ray/common/service.go, v0.6.0 and v1.6.0.
 */
export const servePort: Law = defineLaw({
  code: "serve-port",
  kinds: ["RayService"],
  since: "0.6",
  *check({ cluster, spec }, target) {
    const first = cluster?.head.containers[0];
    if (first === undefined || ownField(spec, "serveService") !== undefined) return;
    const ports = ownList(first.data, "ports");
    if (ports.length === 0) return;
    const takesPrefix = isFrom(target, "1.6");
    const serves = ports.some((port) => {
      const name = ownText(port, "name") ?? "";
      return name === "serve" || (takesPrefix && name.startsWith("serve-"));
    });
    if (serves) return;
    yield {
      path: [...first.path, "ports"],
      message: "The head lists ports, and none of them is called serve.",
      consequence: "The service gets no Service and is never ready.",
      hint: "Add containerPort 8000 with the name serve.",
    };
  },
});
