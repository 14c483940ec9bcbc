using System.Diagnostics;

namespace Releve.Web.Tests.Admin;

/// <summary>`./releve admin …` as a process of its own, as an administrator runs it.</summary>
internal sealed record AdminProcess(int Status, string Output, string Errors)
{
    public IReadOnlyList<string> Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public static async Task<AdminProcess> RunAsync(params string[] args)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (
            var arg in (string[])
                [typeof(AdminProcess).Assembly.Location.Replace("Releve.Web.Tests.dll", "Releve.Web.dll", StringComparison.Ordinal), "admin", .. args]
        )
        {
            start.ArgumentList.Add(arg);
        }
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new AdminProcess(process.ExitCode, output, await errors);
    }
}
