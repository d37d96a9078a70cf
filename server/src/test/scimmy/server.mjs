// A SCIM 2.0 service in memory: users and groups, one bearer token (SCIM_TOKEN). Prints the port it listens on and ends with its
// standard input, so that it never outlives the test that started it.
import { randomUUID } from "node:crypto";
import express from "express";
import SCIMMY from "scimmy";
import SCIMMYRouters from "scimmy-routers";

const users = new Map();
const groups = new Map();

const find = (store, resource) => {
    if (resource.id) {
        if (!store.has(resource.id)) {
            throw new SCIMMY.Types.Error(404, null, `Resource ${resource.id} not found`);
        }
        return store.get(resource.id);
    }
    const all = [...store.values()];
    return resource.filter ? resource.filter.match(all) : all;
};

const save = (store, resource, data, unique) => {
    const same = (other) => other[unique].toLowerCase() === data[unique].toLowerCase() && other.id !== resource.id;
    if ([...store.values()].some(same)) {
        throw new SCIMMY.Types.Error(409, "uniqueness", `${unique} ${data[unique]} is taken`);
    }
    const known = resource.id ? find(store, resource) : undefined;
    const now = new Date();
    const saved = { ...data, id: known?.id ?? randomUUID(), meta: { created: known?.meta.created ?? now, lastModified: now } };
    store.set(saved.id, saved);
    return saved;
};

const withGroups = (user) => ({
    ...user,
    groups: [...groups.values()]
        .filter((group) => group.members?.some((member) => member.value === user.id))
        .map((group) => ({ value: group.id, display: group.displayName, type: "direct" })),
});

SCIMMY.Config.set({ patch: true, filter: { supported: true, maxResults: 200 } });
SCIMMY.Resources.declare(SCIMMY.Resources.User)
    .extend(SCIMMY.Schemas.EnterpriseUser, false)
    .ingress((resource, data) => withGroups(save(users, resource, data, "userName")))
    .egress((resource) => [find(users, resource)].flat().map(withGroups))
    .degress((resource) => users.delete(find(users, resource).id));
SCIMMY.Resources.declare(SCIMMY.Resources.Group)
    .ingress((resource, data) => save(groups, resource, data, "displayName"))
    .egress((resource) => find(groups, resource))
    .degress((resource) => groups.delete(find(groups, resource).id));

const app = express();
// Express 5 parses the query anew at each look, which would lose the numbers that the router makes of startIndex and count.
app.use((request, response, next) => {
    Object.defineProperty(request, "query", { value: request.query });
    next();
});
app.use("/scim/v2", new SCIMMYRouters({
    type: "bearer",
    handler: (request) => {
        if (request.header("Authorization") !== `Bearer ${process.env.SCIM_TOKEN}`) {
            throw new Error("The token is not known here");
        }
        return "client";
    },
}));

const server = app.listen(0, "127.0.0.1", () => console.log(server.address().port));
process.stdin.on("end", () => process.exit(0)).resume();
