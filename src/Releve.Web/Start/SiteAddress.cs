using System.Globalization;
using System.Net;

namespace Releve.Web.Start;

/// <summary>
/// Where people find the site: <c>--address https://releve.example</c>. Whole addresses, in mails, on paper and for search
/// engines, are made from it and never from what a request claims.
/// </summary>
public sealed class SiteAddress(SiteOptions options)
{
    private static readonly string[] Local = ["localhost", "127.0.0.1", "[::1]"];

    private readonly HashSet<string> hosts = new([.. Local, options.Host, .. Own(options)], StringComparer.OrdinalIgnoreCase);

    /// <summary>Scheme and host, without a slash at the end; without --address, this machine.</summary>
    public string Origin { get; } = options.Address ?? string.Create(CultureInfo.InvariantCulture, $"http://localhost:{options.Port}");

    /// <summary>The whole address of a path of the site: for mails and jobs, which have no request.</summary>
    public string Of(string path) => Origin + path;

    /// <summary>
    /// The whole address of a path, on a page. Without --address it stays on the host by which the page was reached, one
    /// that <see cref="Serves"/> has let through.
    /// </summary>
    public string Of(string path, HttpRequest request) =>
        options.Address is null && request.Host.HasValue ? $"{request.Scheme}://{request.Host}{path}" : Of(path);

    /// <summary>
    /// True for the names of this site and of this machine. A bare IP address passes too, for health checks and for trying
    /// it out in a local network: no other site's name can be made to lead here with it.
    /// </summary>
    public bool Serves(HostString host) =>
        !host.HasValue
        || hosts.Contains(host.Host)
        || host.Host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
        || IPAddress.TryParse(host.Host.Trim('[', ']'), out _);

    /// <summary>Reads the option: a scheme and a host, nothing else.</summary>
    /// <exception cref="FormatException">It is no such address; the message is for people.</exception>
    public static string Parse(string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var uri)
        && uri is { Scheme: "http" or "https", PathAndQuery: "/", Fragment: "", UserInfo: "", Host.Length: > 0 }
            ? $"{uri.Scheme}://{uri.IdnHost}{(uri.IsDefaultPort ? "" : string.Create(CultureInfo.InvariantCulture, $":{uri.Port}"))}"
            : throw new FormatException($"--address takes the site's public address, like https://offres.example.org, not \"{value}\".");

    private static IEnumerable<string> Own(SiteOptions options) => options.Address is { } address ? [new Uri(address).IdnHost] : [];
}
