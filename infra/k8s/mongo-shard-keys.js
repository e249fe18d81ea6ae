// Shard keys, for mongosh on a sharded cluster, before the first data: mongosh "$MONGODB_URI" infra/k8s/mongo-shard-keys.js
// Every write names the key, because a single-document write is routed by it; what is not listed stays unsharded, being small
// or written by one relay only. Unique indexes beyond _id hold within a shard, so the services claim such names by _id.
const keys = {
  catalog: {
    products: { _id: "hashed" },
    producers: { _id: "hashed" },
    importIssues: { _id: "hashed" },
  },
  storefront: {
    // One document per location, SKU and lot, named by all three: hashed, so that one busy warehouse is spread over the shards.
    stockLevels: { _id: "hashed" },
    stockLedger: { _id: "hashed" },
    stockMovements: { _id: "hashed" },
    carts: { _id: "hashed" },
    orders: { _id: "hashed" },
    payments: { _id: "hashed" },
    paymentEvents: { _id: "hashed" },
    counterSales: { _id: "hashed" },
    answeredRequests: { _id: "hashed" },
  },
};

for (const [database, collections] of Object.entries(keys)) {
  sh.enableSharding(database);
  for (const [collection, key] of Object.entries(collections)) {
    sh.shardCollection(`${database}.${collection}`, key);
    print(`${database}.${collection} by ${JSON.stringify(key)}`);
  }
}
