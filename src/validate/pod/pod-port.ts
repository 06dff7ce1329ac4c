import { portNameProblem } from "../../api/identifiers/port-name.ts";
import { showText, wordText } from "../../diagnostics/show.ts";
import { containerTitle } from "./built-container.ts";
import { duplicates } from "./duplicates.ts";
import { fieldAt } from "./place.ts";
import { definePodLaw } from "./pod-law.ts";
import { portNumberProblem } from "./port-rules.ts";

/** Numbers and names of container ports. Source: Kubernetes, validateContainerPorts. */
export const podPort = definePodLaw({
  code: "pod-port",
  concerns: ["ports"],
  *check({ judged }) {
    for (const container of judged) {
      for (const { name, place } of container.ports) {
        if (place === undefined) continue;
        const number = fieldAt(place, "containerPort");
        const numberProblem = portNumberProblem(number.data);
        if (numberProblem !== undefined) {
          const message = `containerPort is ${wordText(number.data)}. ${numberProblem}`;
          yield { path: number.path, message, hint: "Write the port that the program listens on." };
        }
        const nameProblem = name === "" ? undefined : portNameProblem(name);
        if (nameProblem === undefined) continue;
        const message = `The port's name ${showText(name)} is not valid. ${nameProblem}`;
        const hint = 'Write at most 15 lower-case letters, digits and "-", such as gcs-server.';
        yield { path: fieldAt(place, "name").path, message, hint };
      }
      for (const [first, again] of duplicates(container.ports, ({ name }) => name || undefined)) {
        if (first.place === undefined || again.place === undefined) continue;
        const path = fieldAt(again.place, "name").path;
        const message = `${containerTitle(container)} has two ports named ${showText(again.name)}.`;
        const related = [
          { path: fieldAt(first.place, "name").path, message: "the first one is here" },
        ];
        yield { path, message, hint: "Give one of them another name.", related };
      }
    }
  },
});
