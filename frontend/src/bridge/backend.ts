import * as Backups from "../../wailsjs/go/app/Backups";
import * as Chat from "../../wailsjs/go/app/Chat";
import * as Crashes from "../../wailsjs/go/app/Crashes";
import * as Desk from "../../wailsjs/go/app/Desk";
import * as Engines from "../../wailsjs/go/app/Engines";
import * as Files from "../../wailsjs/go/app/Files";
import * as History from "../../wailsjs/go/app/History";
import * as Milestones from "../../wailsjs/go/app/Milestones";
import * as Objectives from "../../wailsjs/go/app/Objectives";
import * as Records from "../../wailsjs/go/app/Records";
import * as Overview from "../../wailsjs/go/app/Overview";
import * as Programs from "../../wailsjs/go/app/Programs";
import * as Proposals from "../../wailsjs/go/app/Proposals";
import * as Recovery from "../../wailsjs/go/app/Recovery";
import * as Reports from "../../wailsjs/go/app/Reports";
import * as Risks from "../../wailsjs/go/app/Risks";
import * as Views from "../../wailsjs/go/app/Views";
import * as Window from "../../wailsjs/go/app/Window";
import { toAppError } from "./app-error";

/** A bound struct: every member is a method that Go answers. */
type Bound<M> = { [K in keyof M]: (...args: never[]) => Promise<unknown> };

/** Gives the same methods; what they reject with is always an AppError. */
function bound<M extends Bound<M>>(methods: M): M {
  const wrapped = Object.entries<(...args: never[]) => Promise<unknown>>(methods).map(([name, method]) => [
    name,
    async (...args: never[]) => {
      try {
        return await method(...args);
      } catch (reason) {
        throw toAppError(reason);
      }
    },
  ]);
  return Object.fromEntries(wrapped) as M;
}

export const backups = bound({ ...Backups });
export const crashes = bound({ ...Crashes });
export const overview = bound({ ...Overview });
export const programs = bound({ ...Programs });
export const proposals = bound({ ...Proposals });
export const recovery = bound({ ...Recovery });
export const reports = bound({ ...Reports });
export const risks = bound({ ...Risks });
export const milestones = bound({ ...Milestones });
export const objectives = bound({ ...Objectives });
export const records = bound({ ...Records });
export const views = bound({ ...Views });
export const history = bound({ ...History });
export const files = bound({ ...Files });
export const chat = bound({ ...Chat });
export const desk = bound({ ...Desk });
export const engines = bound({ ...Engines });
export const frame = bound({ ...Window });
