import { dns1123SubdomainProblem } from "../../api/identifiers/dns-subdomain.ts";
import { isIpAddress } from "../../api/identifiers/ip-address.ts";
import { ownField, ownList, ownText } from "../../diagnostics/own-field.ts";
import { count, formatCount, showText, wordText } from "../../diagnostics/show.ts";
import type { BuiltPod } from "./built-pod.ts";
import type { Place } from "./place.ts";
import { fieldAt, itemsAt, placesAt } from "./place.ts";
import type { PodFinding } from "./pod-law.ts";
import { definePodLaw } from "./pod-law.ts";

const MAXIMUM_NAMESERVERS = 3;
const MAXIMUM_SEARCHES = 32;
const MAXIMUM_SEARCH_CHARACTERS = 2048;
/** Since this Kubernetes minor a search may hold "_" and be a single dot. */
const RELAXED_SINCE = 33;

/** Name resolution. Source: Kubernetes, validatePodDNSConfig and ValidateHostAliases. */
export const podDns = definePodLaw({
  code: "pod-dns",
  concerns: ["dnsPolicy", "dnsConfig", "hostAliases"],
  *check(pod) {
    const config = fieldAt(pod.spec, "dnsConfig");
    yield* nameserverFindings(pod.spec, config);
    yield* searchFindings(pod, config);
    for (const option of itemsAt(config, "options")) {
      if (ownText(option.data, "name") !== undefined && ownText(option.data, "name") !== "")
        continue;
      if (
        ownField(option.data, "name") !== undefined &&
        ownText(option.data, "name") === undefined
      ) {
        continue;
      }
      const message = "The option of dnsConfig has no name.";
      yield { path: option.path, message, hint: "Name it, such as ndots." };
    }
    yield* hostAliasFindings(pod.spec);
  },
});

function* nameserverFindings(spec: Place, config: Place): Iterable<PodFinding> {
  const nameservers = ownList(config.data, "nameservers");
  const path = fieldAt(config, "nameservers").path;
  if (ownText(spec.data, "dnsPolicy") === "None" && nameservers.length === 0) {
    const message = "dnsPolicy is None, but dnsConfig has no nameserver.";
    const hint = "Add a nameserver to dnsConfig.nameservers, or remove dnsPolicy.";
    yield { path: fieldAt(spec, "dnsPolicy").path, message, hint };
  }
  if (nameservers.length > MAXIMUM_NAMESERVERS) {
    const message = `dnsConfig has ${count(nameservers.length, "nameserver")}; at most ${MAXIMUM_NAMESERVERS} are allowed.`;
    yield { path, message, hint: "Keep the three most important ones." };
  }
  for (const server of placesAt(config, ["nameservers", "*"])) {
    if (typeof server.data !== "string" || isIpAddress(server.data)) continue;
    const message = `The nameserver ${showText(server.data)} is not an IP address.`;
    yield { path: server.path, message, hint: "Write an IP address, such as 10.0.0.10." };
  }
}

function* searchFindings({ kubernetesMinor }: BuiltPod, config: Place): Iterable<PodFinding> {
  const searches = placesAt(config, ["searches", "*"]);
  const path = fieldAt(config, "searches").path;
  const characters = searches.reduce((sum, { data }) => sum + wordText(data).length + 1, -1);
  if (searches.length > MAXIMUM_SEARCHES || characters > MAXIMUM_SEARCH_CHARACTERS) {
    const message = `dnsConfig has ${count(searches.length, "search domain")} of ${formatCount(characters)} characters; at most ${MAXIMUM_SEARCHES} of ${formatCount(MAXIMUM_SEARCH_CHARACTERS)} are allowed.`;
    yield { path, message, hint: "Keep the most important domains." };
  }
  for (const search of searches) {
    if (typeof search.data !== "string") continue;
    const relaxed = kubernetesMinor >= RELAXED_SINCE;
    if (relaxed && search.data === ".") continue;
    const plain = search.data.replace(/\.$/, "");
    const problem = dns1123SubdomainProblem(relaxed ? plain.replaceAll("_", "0") : plain);
    if (problem === undefined) continue;
    const message = `The search domain ${showText(search.data)} is not valid. ${problem}`;
    yield { path: search.path, message, hint: "Write a domain, such as svc.cluster.local." };
  }
}

function* hostAliasFindings(spec: Place): Iterable<PodFinding> {
  for (const alias of itemsAt(spec, "hostAliases")) {
    const ip = fieldAt(alias, "ip");
    if (typeof ip.data === "string" && !isIpAddress(ip.data)) {
      const message = `The host alias's ip ${showText(ip.data)} is not an IP address.`;
      yield { path: ip.path, message, hint: "Write an IP address, such as 10.0.0.10." };
    }
    for (const host of placesAt(alias, ["hostnames", "*"])) {
      const problem =
        typeof host.data === "string" ? dns1123SubdomainProblem(host.data) : undefined;
      if (problem === undefined) continue;
      const message = `The host name ${showText(wordText(host.data))} is not valid. ${problem}`;
      yield { path: host.path, message, hint: "Write a name such as db.local." };
    }
  }
}
