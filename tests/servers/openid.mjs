// A real OpenID Connect provider. Its one client may come back to the address given as the first argument.
// Who signs in is said by login_hint, "name;claim=value;claim=value"; nobody has to type anything.
import { createServer } from "node:http";
import { Provider } from "oidc-provider";

const [back] = process.argv.slice(2);
const people = new Map();
const server = createServer();

server.listen(0, "127.0.0.1", () => {
  const issuer = `http://localhost:${server.address().port}`;
  const provider = new Provider(issuer, {
    clients: [{ client_id: "releve", client_secret: "a secret of the tests", redirect_uris: [back], token_endpoint_auth_method: "client_secret_post" }],
    scopes: ["openid", "email", "profile"],
    claims: { openid: ["sub", "SubjectNameID", "SubjectRole"], email: ["email", "email_verified"], profile: ["given_name", "family_name"] },
    features: { devInteractions: { enabled: false } },
    pkce: { required: () => true },
    interactions: { url: (ctx, interaction) => `/interaction/${interaction.uid}` },
    findAccount: (ctx, sub) => ({ accountId: sub, claims: () => ({ sub, ...people.get(sub) }) }),
  });
  const answer = provider.callback();
  server.on("request", async (request, response) => {
    if (!request.url.startsWith("/interaction/")) return answer(request, response);
    const details = await provider.interactionDetails(request, response);
    const [sub, ...pairs] = (details.params.login_hint ?? "somebody").split(";");
    people.set(sub, Object.fromEntries(pairs.map((pair) => pair.split("=")).map(([name, value]) => [name, value === "true" ? true : value])));
    const grant = new provider.Grant({ accountId: sub, clientId: details.params.client_id });
    grant.addOIDCScope("openid email profile");
    grant.addOIDCClaims(["SubjectNameID", "SubjectRole"]);
    await provider.interactionFinished(request, response, { login: { accountId: sub }, consent: { grantId: await grant.save() } }, { mergeWithLastSubmission: false });
  });
  console.log(server.address().port);
});
