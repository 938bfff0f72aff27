#!/bin/sh
# Asks Smarketing's signed API. Needs curl and openssl:
#
#     SMARKETING_API=https://… SMARKETING_KEY=… SMARKETING_SECRET=… sh docs/examples/crm.sh GET '/sla?weeks=8'
set -eu
method=$1 path=$2 body=${3:-}
timestamp=$(date +%s)
# The path with its query as it is sent, and the body's very bytes.
hash=$(printf '%s' "$body" | openssl dgst -sha256 -r | cut -d' ' -f1)
hex=$(printf '%s\n%s\n%s\n%s' "$timestamp" "$method" "$path" "$hash" | openssl dgst -sha256 -hmac "$SMARKETING_SECRET" -r | cut -d' ' -f1)
curl --silent --show-error --fail-with-body --request "$method" "$SMARKETING_API$path" \
  --header "x-smarketing-key: $SMARKETING_KEY" \
  --header "x-smarketing-timestamp: $timestamp" \
  --header "x-smarketing-signature: v2=$hex" \
  --header 'content-type: application/json' ${body:+--data-binary "$body"}
