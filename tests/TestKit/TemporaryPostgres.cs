using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Releve.TestKit;

/// <summary>
/// A real PostgreSQL server in a temporary folder, on a free port of this machine only. Started once a process, stopped
/// at its end. PostgreSQL refuses to run as root: as root it is run as the user that Debian's package creates.
/// </summary>
public sealed class TemporaryPostgres : IDisposable
{
    private readonly string folder;
    private readonly string binaries;

    private TemporaryPostgres(string folder, string binaries, int port)
    {
        this.folder = folder;
        this.binaries = binaries;
        Port = port;
    }

    /// <summary>The port on 127.0.0.1.</summary>
    public int Port { get; }

    /// <summary>Connects to a database of this server.</summary>
    public string ConnectionString(string database) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"Host=127.0.0.1;Port={Port};Username=releve;Database={database};Include Error Detail=true;Maximum Pool Size=40"
        );

    /// <summary>The folder of PostgreSQL's programs, newest version first; null when it is not installed.</summary>
    public static string? FindBinaries()
    {
        var debian = Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql") : [];
        return debian
            .OrderDescending(StringComparer.Ordinal)
            .Select(version => Path.Combine(version, "bin"))
            .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(':'))
            .FirstOrDefault(bin => File.Exists(Path.Combine(bin, "initdb")) && File.Exists(Path.Combine(bin, "postgres")));
    }

    /// <summary>Starts a server; null when PostgreSQL is not installed.</summary>
    /// <param name="settings">Further settings, "shared_buffers=256MB".</param>
    public static TemporaryPostgres? Start(params string[] settings)
    {
        if (FindBinaries() is not { } binaries)
        {
            return null;
        }
        var root = Path.Combine(Path.GetTempPath(), "releve-postgres-" + Guid.NewGuid().ToString("N"));
        Directory.CreateDirectory(root);
        if (Environment.IsPrivilegedProcess)
        {
            Run("chown", ["postgres", root]);
        }
        var server = new TemporaryPostgres(root, binaries, FreePort());
        server.RunTool("initdb", "-D", root + "/data", "-U", "releve", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync");
        var options = string.Create(
            CultureInfo.InvariantCulture,
            $"-p {server.Port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off -c full_page_writes=off -c max_connections=200"
        );
        options += string.Concat(settings.Select(setting => " -c " + setting));
        server.RunTool("pg_ctl", "-D", root + "/data", "-w", "-l", root + "/log", "-o", options, "start");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => server.Dispose();
        return server;
    }

    public void Dispose()
    {
        if (Directory.Exists(folder))
        {
            RunTool("pg_ctl", "-D", folder + "/data", "-m", "immediate", "stop");
            Directory.Delete(folder, recursive: true);
        }
    }

    private void RunTool(string tool, params string[] arguments)
    {
        var path = Path.Combine(binaries, tool);
        if (Environment.IsPrivilegedProcess)
        {
            Run("runuser", ["-u", "postgres", "--", path, .. arguments]);
        }
        else
        {
            Run(path, arguments);
        }
    }

    private static void Run(string program, string[] arguments)
    {
        // The server inherits what pg_ctl has: redirected pipes would never close, so its output goes nowhere.
        var start = new ProcessStartInfo("/bin/sh") { WorkingDirectory = "/" };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add("exec \"$0\" \"$@\" >/dev/null 2>&1 </dev/null");
        start.ArgumentList.Add(program);
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }
        using var process = Process.Start(start)!;
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
