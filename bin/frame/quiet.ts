/**
 * The SDK's opinion of this version of Node is no word of ours; other warnings stay. It is given when a client is made,
 * which adapters do while they load: so every command loads this file before all others.
 */
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = "true";
