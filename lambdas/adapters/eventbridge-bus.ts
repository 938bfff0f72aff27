import { EventBridgeClient, PutEventsCommand } from "@aws-sdk/client-eventbridge";
import { type Envelope, eventSource } from "../contract/events.ts";

const client = new EventBridgeClient({});

/** PutEvents takes ten at a time. */
const batchSize = 10;

/**
 * Sends the events in their order.
 * @returns those that the bus rejected, with its reason.
 */
export const putEvents = async (busName: string, events: readonly Envelope[]): Promise<Refused[]> => {
  const refused: Refused[] = [];
  for (let from = 0; from < events.length; from += batchSize) {
    const batch = events.slice(from, from + batchSize);
    const { Entries: entries = [] } = await client.send(
      new PutEventsCommand({ Entries: batch.map((event) => entryOf(busName, event)) }),
    );
    refused.push(
      ...batch.flatMap((event, i) =>
        entries[i]?.ErrorCode === undefined ? [] : [{ event, code: entries[i].ErrorCode }],
      ),
    );
  }
  return refused;
};

export type Refused = { readonly event: Envelope; readonly code: string };

const entryOf = (busName: string, event: Envelope) => ({
  EventBusName: busName,
  Source: eventSource,
  DetailType: event.type,
  Time: new Date(event.time),
  Detail: JSON.stringify(event),
});
