using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Releve.Bench.Pages;

/// <summary>Starts the published site as `./releve start` does, and asks it for a page until it answers.</summary>
internal sealed class SiteStart(string program, string dataFolder, int size, string address)
{
    /// <summary>Seconds from the process's start to the last byte of its first page, and its memory when it has been used for a while.</summary>
    public (double Seconds, double MegaBytes) Measure(Action<int>? use = null)
    {
        var port = FreePort();
        string[] args = [program, "start", "--data", dataFolder, "--size", Text(size), "--port", Text(port)];
        var started = Stopwatch.GetTimestamp();
        using var process = Process.Start(new ProcessStartInfo("dotnet", args) { RedirectStandardOutput = true, UseShellExecute = false })!;
        try
        {
            WaitForPort(process, port);
            using var client = new HttpClient();
            client.GetStringAsync(new Uri($"http://127.0.0.1:{Text(port)}{address}")).GetAwaiter().GetResult();
            var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
            use?.Invoke(port);
            process.Refresh();
            return (seconds, process.WorkingSet64 / 1e6);
        }
        finally
        {
            Stop(process);
        }
    }

    /// <summary>Ends it as an administrator does, so that it leaves behind what makes the next start quick.</summary>
    private static void Stop(Process process)
    {
        if (!OperatingSystem.IsWindows())
        {
            Process.Start("kill", ["-TERM", Text(process.Id)]).WaitForExit();
        }
        if (!process.WaitForExit(TimeSpan.FromSeconds(20)))
        {
            process.Kill();
        }
    }

    private static void WaitForPort(Process process, int port)
    {
        while (true)
        {
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            try
            {
                socket.Connect(IPAddress.Loopback, port);
                return;
            }
            catch (SocketException) when (!process.HasExited)
            {
                Thread.Sleep(5);
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
