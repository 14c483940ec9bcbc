using System.Globalization;

namespace Releve.Web.Start;

/// <summary>What the command line says about this run: `./releve start --help` tells the same to people.</summary>
public sealed record SiteOptions
{
    /// <summary>The port on which the site listens.</summary>
    public int Port { get; init; } = 5080;

    /// <summary>The address to listen on; this machine only, unless a proxy on another machine comes before it.</summary>
    public string Host { get; init; } = "127.0.0.1";

    /// <summary>The public address, https://offres.example.org, as <see cref="SiteAddress"/> writes it; null serves this machine alone.</summary>
    public string? Address { get; init; }

    /// <summary>The folder of the database, keys and snapshots.</summary>
    public required string DataFolder { get; init; }

    /// <summary>"sqlite" or postgres://…</summary>
    public string Database { get; init; } = "sqlite";

    /// <summary>Which demonstration territories to load: "all", a territory's slug, or "none".</summary>
    public string Demo { get; init; } = "all";

    /// <summary>Scale of generated listings, for benchmarks; null loads the demonstration alone.</summary>
    public int? Size { get; init; }

    /// <summary>True shows /design and detailed errors.</summary>
    public bool Development { get; init; }

    /// <summary>The SMTP server, smtp://user:secret@host:port (smtps:// asks for STARTTLS); null keeps mails in the data folder.</summary>
    public string? Smtp { get; init; } = Environment.GetEnvironmentVariable("RELEVE_SMTP");

    /// <summary>A certificate (PKCS #12 file) that encrypts the keys kept in the database; null leaves them as they are.</summary>
    public string? KeysCertificate { get; init; } = Environment.GetEnvironmentVariable("RELEVE_KEYS_CERTIFICATE");

    /// <summary>Trusted services with which people may sign in.</summary>
    public IReadOnlyList<OpenIdProvider> OpenId { get; init; } = [];

    /// <summary>The sender's address of mails; null takes one on the site's own host.</summary>
    public string? MailFrom { get; init; } = Environment.GetEnvironmentVariable("RELEVE_MAIL_FROM");

    /// <summary>A ClamAV daemon that looks at documents, host:port; null leaves them unscanned, and says so.</summary>
    public string? Clamd { get; init; } = Environment.GetEnvironmentVariable("RELEVE_CLAMD");

    /// <summary>Address of map tiles, https://host/{z}/{x}/{y}.png; null draws the territory's contours alone.</summary>
    public string? MapTiles { get; init; }

    /// <summary>Reads the options; what is left over stays in <paramref name="rest"/>.</summary>
    /// <exception cref="FormatException">An option is unknown or has no usable value; the message is for people.</exception>
    public static SiteOptions Parse(IReadOnlyList<string> args, out IReadOnlyList<string> rest)
    {
        var options = new SiteOptions { DataFolder = Path.GetFullPath(Environment.GetEnvironmentVariable("RELEVE_DATA") ?? ".releve/data") };
        var left = new List<string>();
        for (var i = 0; i < args.Count; i++)
        {
            var (name, given) = args[i].Split('=', 2) is [var n, var v] && n.StartsWith("--", StringComparison.Ordinal) ? (n, v) : (args[i], null);
            string Value() => given ?? (++i < args.Count ? args[i] : throw new FormatException($"{name} needs a value. Try: ./releve start --help"));
            switch (name)
            {
                case "--port":
                    options = options with { Port = Number(name, Value(), 1, 65535) };
                    break;
                case "--host":
                    options = options with { Host = Value() };
                    break;
                case "--address":
                    options = options with { Address = SiteAddress.Parse(Value()) };
                    break;
                case "--data":
                    options = options with { DataFolder = Path.GetFullPath(Value()) };
                    break;
                case "--database":
                    options = options with { Database = Value() };
                    break;
                case "--demo":
                    options = options with { Demo = Value() };
                    break;
                case "--size":
                    options = options with { Size = Number(name, Value(), 0, 5_000_000) };
                    break;
                case "--smtp":
                    options = options with { Smtp = SmtpServer(Value()) };
                    break;
                case "--keys-certificate":
                    options = options with { KeysCertificate = Path.GetFullPath(Value()) };
                    break;
                case "--mail-from":
                    options = options with { MailFrom = Value() };
                    break;
                case "--clamd":
                    options = options with { Clamd = Value() };
                    break;
                case "--map-tiles":
                    options = options with { MapTiles = Value() };
                    break;
                case "--development":
                    options = options with { Development = true };
                    break;
                default:
                    left.Add(args[i]);
                    break;
            }
        }
        rest = left;
        return options;
    }

    private static string SmtpServer(string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var server) && server?.Scheme is "smtp" or "smtps" && server!.Host.Length > 0
            ? value
            : throw new FormatException("--smtp takes smtp://user:secret@host:port, or smtps:// for STARTTLS.");

    private static int Number(string name, string value, int least, int most) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new FormatException($"{name} takes a whole number from {least} to {most}, not \"{value}\".");
}
