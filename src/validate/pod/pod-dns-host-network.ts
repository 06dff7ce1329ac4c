import { ownField, ownText } from "../../diagnostics/own-field.ts";
import { fieldAt } from "./place.ts";
import { definePodLaw } from "./pod-law.ts";

/** In the node's network ClusterFirst does not find Services. Source: Kubernetes, pkg/kubelet/network/dns/dns.go. */
export const podDnsHostNetwork = definePodLaw({
  code: "pod-dns-host-network",
  concerns: ["hostNetwork"],
  *check({ spec }) {
    const policy = ownText(spec.data, "dnsPolicy") || "ClusterFirst";
    if (ownField(spec.data, "hostNetwork") !== true || policy !== "ClusterFirst") return;
    yield {
      path: fieldAt(spec, "hostNetwork").path,
      message:
        "The pod is on the node's network and uses the node's resolver, which cannot resolve the head's Service.",
      hint: "Set dnsPolicy to ClusterFirstWithHostNet.",
    };
  },
});
