using Releve.Web.Start;

namespace Releve.Web.Admin.Backups;

/// <summary>`./releve admin list-erased`: what a restore must know that the backup cannot.</summary>
public static class ListErasedCommand
{
    /// <summary>How it is called, and what its help says.</summary>
    public static AdminCommand Entry { get; } =
        new(
            ["list-erased"],
            "[--data DIR] [--database …]",
            "Prints who was erased, one bare id and day a line: keep it apart, for ./releve admin restore --erased.",
            """
            A backup holds people who were erased after it was made. Where the installation is lost with what it knew, this
            list, written away every day, keeps them from coming back. The ids say nothing of anybody.
            """,
            RunAsync
        );

    private static async Task<int> RunAsync(IReadOnlyList<string> args)
    {
        var options = SiteOptions.Parse(args, out var rest);
        if (rest.Count > 0)
        {
            throw new FormatException($"{rest[0]} is not understood. Try: ./releve admin list-erased --help");
        }
        var database = SiteDatabase.Choose(options);
        foreach (var line in ErasedAccounts.Lines(await ErasedAccounts.OfAsync(database)))
        {
            Console.WriteLine(line);
        }
        return 0;
    }
}
