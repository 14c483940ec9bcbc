// A real OpenID Connect provider. Its one client may come back to the address given as the first argument.
// Who signs in is said by login_hint, "name;claim=value;claim=value"; nobody has to type anything.
// The claim "lie" makes it say something false in the identity token, or sign it with a key that is not its own.
import { generateKeyPairSync, sign } from "node:crypto";
import { createServer } from "node:http";
import { Provider } from "oidc-provider";

const [back] = process.argv.slice(2);
const people = new Map();
const [own, foreign] = [1, 2].map(() => generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey);
const lies = {
  "other-nonce": (claims) => ({ ...claims, nonce: "of another question" }),
  "no-nonce": ({ nonce, ...claims }) => claims,
  audience: (claims) => ({ ...claims, aud: "somebody else" }),
  issuer: (claims) => ({ ...claims, iss: "https://elsewhere.example" }),
  expired: (claims) => ({ ...claims, iat: claims.iat - 7200, exp: claims.iat - 3600 }),
  "no-expiry": ({ exp, ...claims }) => claims,
  subject: (claims) => ({ ...claims, sub: "somebody-else" }),
};
const encoded = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");

function falsified(token, lie) {
  const [header, claims] = token.split(".", 2).map((part) => JSON.parse(Buffer.from(part, "base64url")));
  if (lie === "unsigned") return `${encoded({ ...header, alg: "none" })}.${encoded(claims)}.`;
  const text = `${encoded(header)}.${encoded(lies[lie]?.(claims) ?? claims)}`;
  return `${text}.${sign("RSA-SHA256", Buffer.from(text), lie === "key" ? foreign : own).toString("base64url")}`;
}

const server = createServer();

server.listen(0, "127.0.0.1", () => {
  const issuer = `http://localhost:${server.address().port}`;
  const provider = new Provider(issuer, {
    clients: [{ client_id: "releve", client_secret: "a secret of the tests", redirect_uris: [back], token_endpoint_auth_method: "client_secret_post" }],
    scopes: ["openid", "email", "profile"],
    claims: { openid: ["sub", "SubjectNameID", "SubjectRole"], email: ["email", "email_verified"], profile: ["given_name", "family_name"] },
    jwks: { keys: [{ ...own.export({ format: "jwk" }), kid: "own", use: "sig", alg: "RS256" }] },
    features: { devInteractions: { enabled: false } },
    pkce: { required: () => true },
    interactions: { url: (ctx, interaction) => `/interaction/${interaction.uid}` },
    findAccount: (ctx, sub) => ({ accountId: sub, claims: () => ({ sub, ...people.get(sub) }) }),
  });
  provider.use(async (ctx, next) => {
    await next();
    const lie = ctx.oidc?.route === "token" && people.get(ctx.oidc.account?.accountId)?.lie;
    if (lie) ctx.body = { ...ctx.body, id_token: falsified(ctx.body.id_token, lie) };
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
