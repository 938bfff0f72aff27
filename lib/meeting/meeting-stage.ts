import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Duration, TimeZone } from "aws-cdk-lib";
import type { ITable } from "aws-cdk-lib/aws-dynamodb";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { ScheduleExpression } from "aws-cdk-lib/aws-scheduler";
import { Construct } from "constructs";
import type { AgreementTerms } from "../../lambdas/contract/agreement.ts";
import { meetingDays, packLeadHours } from "../../lambdas/contract/meeting.ts";
import { tableIndexes } from "../../lambdas/contract/table.ts";
import { DeadLetterQueue } from "../house/dead-letter-queue.ts";
import { Deployment } from "../house/deployment.ts";
import { HouseFunction } from "../house/function.ts";
import { invokeOnSchedule } from "../house/scheduled.ts";
import { allowMail, mailVariables } from "../journey/mail-sending.ts";
import { allowOnTable, queryIndex } from "../table/lead-table.ts";

const days = ["MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN"] as const;

/** When the pack is made, by the same clocks as the meeting: for one early on Monday that is on Sunday. */
const packTime = ({ day, time }: AgreementTerms["weeklyMeeting"]) => {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  const hour = hours - packLeadHours;
  const at = meetingDays.indexOf(day) + (hour < 0 ? -1 : 0);
  return {
    weekDay: days.at(at) ?? "MON",
    hour: String((hour + 24) % 24),
    minute: String(minutes),
  };
};

export interface MeetingStageProps {
  readonly table: ITable;
  /** The base address of links in mails. */
  readonly publicUrl: string;
}

const { resolve } = createRequire(import.meta.url);

/**
 * The weekly meeting: before it, its pack is made, stored for the board, and mailed to both teams with the invitation.
 */
export class MeetingStage extends Construct {
  /** Makes the pack now: the schedule calls it, and `npm run meeting`. */
  readonly make: IFunction;

  constructor(scope: Construct, id: string, { table, publicUrl }: MeetingStageProps) {
    super(scope, id);
    const deadLetters = new DeadLetterQueue(this, "DeadLetters", {
      loss: "The weekly meeting has no pack, or some of its readers did not get it.",
    });
    const make = new HouseFunction<"meeting">(this, "Make", {
      entry: "meeting/make-meeting",
      agreementIn: table,
      description: "Makes the pack of the weekly meeting, and mails it with the invitation",
      environment: { TABLE_NAME: table.tableName, ...mailVariables(this, publicUrl) },
      timeout: Duration.minutes(2),
      memorySize: 1024,
      // What paints the charts, and the font it writes with.
      beside: {
        "resvg.wasm": readFileSync(resolve("@resvg/resvg-wasm/index_bg.wasm")),
        "font.ttf": readFileSync(resolve("dejavu-fonts-ttf/ttf/DejaVuSans.ttf")),
        // What ships goes with its licences; resvg's is the MPL 2.0, which asks to say where its source is.
        "font-licence.txt": readFileSync(resolve("dejavu-fonts-ttf/LICENSE")),
        "resvg-licence.txt":
          "resvg: Mozilla Public License 2.0, https://mozilla.org/MPL/2.0/; source: https://github.com/linebender/resvg\n",
      },
    });
    allowOnTable(
      table,
      make,
      ["lead", "meeting", "rep", "waiting", "reference", "counters", "generation", "agreement", "proposals"],
      "dynamodb:GetItem",
      "dynamodb:Query",
      "dynamodb:PutItem",
      "dynamodb:UpdateItem",
    );
    make.addToRolePolicy(queryIndex(table, tableIndexes.board));
    make.addToRolePolicy(queryIndex(table, tableIndexes.attention));
    allowMail(make);
    this.everyWeek(make, deadLetters);
    this.make = make;
  }

  private everyWeek(make: IFunction, deadLetters: DeadLetterQueue): void {
    const { weeklyMeeting, company } = Deployment.of(this).agreement.terms;
    const { weekDay, hour, minute } = packTime(weeklyMeeting);
    invokeOnSchedule(this, "EveryWeek", {
      description: "The pack of the weekly meeting",
      schedule: ScheduleExpression.cron({ weekDay, hour, minute, timeZone: TimeZone.of(company.timeZone) }),
      worker: make,
      deadLetters,
      worthFor: Duration.hours(packLeadHours),
      runsAgain: 2,
    });
  }
}
