"""A mail server on loopback: the Debian package python3-aiosmtpd, told what to do by its arguments.

Prints a line of JSON for what happens: {"port": N} once it listens, then each message it was given, decoded as a mail
program decodes it. A line of JSON on its standard input changes what it answers to the next message, such as
{"rcpt": "450 4.2.1 later"} or {"after_text": "hang-up"}; it prints {"told": true} then.
"""

import argparse
import asyncio
import email
import email.policy
import json
import ssl
import sys
import threading

from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword


def tell(**what):
    print(json.dumps(what, ensure_ascii=False), flush=True)


class Handler:
    def __init__(self, options):
        self.options = options

    def answer(self, step):
        """What it answers to a step: what it was told for this message, else what its arguments say."""
        return self.options.next.pop(step, None) or getattr(self.options, step)

    async def handle_MAIL(self, server, session, envelope, address, mail_options):
        if answer := self.answer("mail"):
            return answer
        envelope.mail_from = address
        return "250 OK"

    async def handle_RCPT(self, server, session, envelope, address, rcpt_options):
        if answer := self.answer("rcpt"):
            return f"{answer} <{address}>: no such mailbox"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        message = email.message_from_bytes(envelope.content, policy=email.policy.default)
        tell(
            sender=envelope.mail_from,
            recipients=envelope.rcpt_tos,
            encrypted=server.transport.get_extra_info("sslcontext") is not None,
            signed_in=bool(session.authenticated),
            headers={name.lower(): str(value) for name, value in message.items()},
            text=message.get_content(),
        )
        answer = self.answer("after_text")
        if answer == "hang-up":
            server.transport.abort()
            return "250 never read"
        if answer == "silence":
            await asyncio.sleep(3600)
        return answer or "250 2.0.0 taken"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--cert")
    parser.add_argument("--key")
    parser.add_argument("--tls", choices=["none", "starttls", "tls"], default="none")
    parser.add_argument("--user")
    parser.add_argument("--password")
    parser.add_argument("--mail", help="what it answers to MAIL")
    parser.add_argument("--rcpt", help="what it answers to RCPT")
    parser.add_argument("--after-text", help="what it answers to a text: hang-up, silence, or an answer")
    options = parser.parse_args()
    options.next = {}

    def listen():
        for line in sys.stdin:
            options.next.update(json.loads(line))
            tell(told=True)

    threading.Thread(target=listen, daemon=True).start()
    context = None
    if options.cert:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(options.cert, options.key)

    def authenticator(server, session, envelope, mechanism, data):
        right = isinstance(data, LoginPassword) and (data.login, data.password) == (
            options.user.encode(),
            options.password.encode(),
        )
        return AuthResult(success=right, handled=False)

    settings = {}
    if options.user:
        settings.update(authenticator=authenticator, auth_required=True, auth_require_tls=options.tls == "starttls")
    if options.tls == "starttls":
        settings.update(tls_context=context, require_starttls=True)

    async def serve():
        server = await asyncio.get_running_loop().create_server(
            lambda: SMTP(Handler(options), hostname="localhost", enable_SMTPUTF8=True, **settings),
            "127.0.0.1",
            options.port,
            ssl=context if options.tls == "tls" else None,
        )
        tell(port=server.sockets[0].getsockname()[1])
        await server.serve_forever()

    asyncio.run(serve())


if __name__ == "__main__":
    sys.exit(main())
