using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Releve.Web.Admin.Backups;
using Releve.Web.Start;

namespace Releve.Web.Admin;

/// <summary>`./releve admin …`: one entry a command, each in a file of its own. They work beside a running site.</summary>
public static class AdminCommands
{
    private const int WrongCall = 2;

    private static readonly AdminCommand[] Commands =
    [
        CreateAdministratorCommand.Entry,
        ImportOrganisationsCommand.Entry,
        BackupCommand.Entry,
        RestoreCommand.Entry,
        ListErasedCommand.Entry,
        UnderstandCommand.Entry,
    ];

    /// <summary>Runs a command; the result is the process's exit status.</summary>
    /// <exception cref="SiteProblem">The database or a file cannot be read or written.</exception>
    public static async Task<int> RunAsync(IReadOnlyList<string> args)
    {
        if (args is [] or ["--help"] or ["-h"] or ["help"])
        {
            ShowAll(args.Count == 0 ? Console.Error : Console.Out);
            return args.Count == 0 ? WrongCall : 0;
        }
        if (Array.Find(Commands, command => command.IsCalledBy(args)) is not { } called)
        {
            Console.Error.WriteLine($"There is no admin command \"{string.Join(' ', args)}\". Try: ./releve admin --help");
            return WrongCall;
        }
        var rest = args.Skip(called.Words.Count).ToList();
        if (rest.Contains("--help") || rest.Contains("-h"))
        {
            Console.WriteLine($"{called.Usage}\n{called.Summary}\n\n{called.Help}");
            return 0;
        }
        try
        {
            return await called.RunAsync(rest);
        }
        catch (Exception e) when (e is DbException or DbUpdateException or IOException or UnauthorizedAccessException or TimeoutException)
        {
            throw new SiteProblem($"Stopped, and nothing was changed: {OneLine(e.GetBaseException().Message)}", e);
        }
    }

    private static void ShowAll(TextWriter to)
    {
        to.WriteLine("./releve admin COMMAND [--data DIR] [--database sqlite|postgres://…]");
        foreach (var command in Commands)
        {
            to.WriteLine($"\n  {string.Join(' ', command.Words)} {command.Arguments}\n      {command.Summary}");
        }
        to.WriteLine("\nMore of one command: ./releve admin COMMAND --help");
    }

    private static string OneLine(string message) =>
        string.Join(' ', message.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
