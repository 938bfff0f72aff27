import { Duration } from "aws-cdk-lib";
import { Operation, type Table } from "aws-cdk-lib/aws-dynamodb";
import { HouseAlarm } from "../house/alarm.ts";
import { sumOf } from "../house/metric-math.ts";

const period = Duration.minutes(5);

/** What is asked of the table while a lead is taken in, moved and shown. */
const operations = [
  Operation.GET_ITEM,
  Operation.QUERY,
  Operation.PUT_ITEM,
  Operation.UPDATE_ITEM,
  Operation.TRANSACT_WRITE_ITEMS,
];

/** Single ones pass by trying again; a quarter of an hour of them does not. */
const periods = { breaching: 3, of: 3 };
const leastRequests = 50;

/** DynamoDB refuses to work: because of too much at once for one part of the table, or by a fault of its own. */
export const tableAlarms = (table: Table): void => {
  const sum = (metricName: string, label: string) => {
    const metrics = operations.map((Operation) =>
      table.metric(metricName, { dimensionsMap: { TableName: table.tableName, Operation }, statistic: "Sum", period }),
    );
    return sumOf(metrics, period, label);
  };
  const common = { threshold: leastRequests, periods, severity: "page", runbook: "table-refuses" } as const;
  new HouseAlarm(table, "Throttled", {
    ...common,
    metric: sum("ThrottledRequests", "Throttled requests"),
    loss: "The table throttles: forms are asked to try again, and journeys stand.",
  });
  new HouseAlarm(table, "SystemErrors", {
    ...common,
    metric: sum("SystemErrors", "Errors of DynamoDB"),
    loss: "DynamoDB fails: forms are asked to try again, and journeys stand.",
  });
};
