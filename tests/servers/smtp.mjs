// A real SMTP listener. Prints its port, then each accepted message as a line of JSON.
// Behaviour by the recipient's name: refuse@… is refused, busy@… is put off, drop@… loses the line after the message.
import { SMTPServer } from "smtp-server";

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS"],
  onRcptTo(address, session, callback) {
    const name = address.address.split("@")[0];
    if (name === "refuse") return callback(Object.assign(new Error("No such mailbox"), { responseCode: 550 }));
    if (name === "busy") return callback(Object.assign(new Error("Try later"), { responseCode: 451 }));
    callback();
  },
  onData(stream, session, callback) {
    const chunks = [];
    stream.on("data", (chunk) => chunks.push(chunk));
    stream.on("end", () => {
      const to = session.envelope.rcptTo.map((one) => one.address);
      console.log(JSON.stringify({ from: session.envelope.mailFrom.address, to, data: Buffer.concat(chunks).toString("utf8") }));
      if (to.some((one) => one.startsWith("drop@"))) return server.connections.forEach((connection) => connection._socket.destroy());
      callback();
    });
  },
});
server.on("error", () => {});
server.listen(0, "127.0.0.1", () => console.log(server.server.address().port));
