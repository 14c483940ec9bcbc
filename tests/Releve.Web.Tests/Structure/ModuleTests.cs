using System.Text.RegularExpressions;
using Releve.Web.Tests.Texts;

namespace Releve.Web.Tests.Structure;

/// <summary>Which room knows which: the one table, held against the namespaces that the sources name.</summary>
public sealed partial class ModuleTests
{
    /// <summary>
    /// Releve.Core. Data holds the tables of all and is known by all: it is left out on the right. So are the languages,
    /// which are values that everybody writes with.
    /// </summary>
    private static readonly Dictionary<string, string[]> Core = new(StringComparer.Ordinal)
    {
        ["Languages"] = [],
        ["Exchange"] = [],
        ["Data"] =
        [
            "Accounts",
            "Alerts",
            "Applications",
            "Audit",
            "Carers",
            "Conversations",
            "Documents",
            "LifeProjects",
            "Listings",
            "LocalLife",
            "Mail",
            "Matching",
            "Memberships",
            "Notifications",
            "Organisations",
            "Places",
            "Professions",
            "Proposals",
            "Search",
            "Territories",
        ],
        ["LocalLife"] = ["Accounts", "Memberships", "Organisations", "Places", "Professions", "Territories"],
        ["LifeProjects"] =
        [
            "Accounts",
            "Carers",
            "Listings",
            "LocalLife",
            "Memberships",
            "Notifications",
            "Organisations",
            "Places",
            "Professions",
            "Publishing",
            "Territories",
        ],
        ["Matching"] = ["LifeProjects", "Listings", "LocalLife", "Notifications", "Organisations", "Places", "Professions", "Search", "Territories"],
        ["Proposals"] =
        [
            "Accounts",
            "Applications",
            "Audit",
            "Carers",
            "Conversations",
            "LifeProjects",
            "Listings",
            "LocalLife",
            "Matching",
            "Memberships",
            "Notifications",
            "Organisations",
            "Places",
            "Professions",
            "Publishing",
            "Territories",
        ],
        ["Applications"] =
        [
            "Accounts",
            "Carers",
            "Documents",
            "Listings",
            "Mail",
            "Memberships",
            "Notifications",
            "Organisations",
            "Professions",
            "Territories",
        ],
        ["Conversations"] =
        [
            "Accounts",
            "Applications",
            "Carers",
            "Documents",
            "Listings",
            "Memberships",
            "Notifications",
            "Organisations",
            "Proposals",
            "Territories",
        ],
        ["Notifications"] = ["Accounts", "Mail"],
        ["Alerts"] = ["Accounts", "LifeProjects", "Listings", "Mail", "Notifications", "Organisations", "Places", "Professions", "Search"],
        ["Accounts"] = [],
        ["Privacy"] =
        [
            "Accounts",
            "Alerts",
            "Applications",
            "Audit",
            "Conversations",
            "Documents",
            "LifeProjects",
            "Memberships",
            "Notifications",
            "Proposals",
        ],
        ["Audit"] = [],
        ["Mail"] = ["Accounts"],
        ["Documents"] = ["Accounts"],
        ["Carers"] = ["Accounts", "Audit", "Documents", "Listings", "Organisations"],
        ["Memberships"] = ["Accounts", "Audit", "Mail", "Organisations"],
        ["Places"] = [],
        ["Professions"] = [],
        ["Organisations"] = ["Exchange", "Places"],
        ["Listings"] = ["Accounts", "Organisations", "Places", "Professions"],
        ["Search"] = ["Listings", "Organisations", "Places", "Professions"],
        ["Territories"] = ["Accounts", "Listings", "Organisations", "Places", "Search"],
        ["Coordination"] =
        [
            "Accounts",
            "Audit",
            "Carers",
            "Conversations",
            "LifeProjects",
            "Listings",
            "Mail",
            "Memberships",
            "Notifications",
            "Organisations",
            "Places",
            "Professions",
            "Territories",
        ],
        ["Publishing"] = ["Accounts", "Carers", "Documents", "Listings", "Mail", "Memberships", "Organisations", "Places", "Professions"],
        ["Administration"] = ["Accounts", "Audit", "Mail", "Territories"],
        ["Demonstration"] = ["Accounts", "Carers", "LifeProjects", "Listings", "LocalLife", "Organisations", "Places", "Professions", "Territories"],
    };

    /// <summary>The screens. Shared is known by all; a module names another only for its links and cards.</summary>
    private static readonly Dictionary<string, string[]> Screens = new(StringComparer.Ordinal)
    {
        ["Shared"] = ["Home", "Listings"],
        ["Accounts"] = ["Applications", "Home", "Mail"],
        ["Alerts"] = ["Accounts", "Listings", "Mail", "Matching", "Notifications"],
        ["Mail"] = [],
        ["Matching"] = ["Accounts", "Conversations", "LifeProjects", "Listings", "LocalLife", "Organisations", "Places", "Proposals"],
        ["Applications"] = ["Accounts", "Carers", "Conversations", "Documents", "Home", "Inbox", "Listings", "Organisations", "Territories"],
        ["Notifications"] = [],
        ["Conversations"] = ["Accounts", "Applications", "Documents", "Inbox", "Listings", "Organisations", "Proposals"],
        ["Inbox"] = ["Applications", "Carers", "Conversations"],
        ["LifeProjects"] = ["Accounts", "Carers", "Listings", "Maps", "Matching", "Organisations"],
        ["Privacy"] = ["Accounts", "Home"],
        ["Carers"] = ["Accounts", "Documents", "Listings"],
        ["Documents"] = ["Accounts", "Carers"],
        ["Design"] = [],
        ["Errors"] = ["Home", "Listings"],
        ["Home"] = ["Listings", "Organisations", "Places", "Territories", "Maps"],
        ["Listings"] = ["Alerts", "Applications", "Conversations", "Coordination", "Home", "Organisations", "Places", "Maps"],
        ["Organisations"] = ["Applications", "Home", "Listings", "Memberships", "Places", "Maps"],
        ["Memberships"] = ["Accounts", "Listings", "LocalLife", "Organisations", "Places", "Publishing"],
        ["LocalLife"] = ["Places"],
        ["Places"] = ["Home", "Listings", "LocalLife", "Organisations", "Territories", "Maps"],
        ["Territories"] = ["Applications", "Home", "Listings", "Organisations", "Places", "Maps"],
        ["Publishing"] = ["Accounts", "Inbox", "Listings", "Matching", "Organisations"],
        ["Maps"] = ["Listings", "Places", "Territories"],
        ["Coordination"] = ["Accounts", "Documents", "Listings", "Organisations"],
        ["Administration"] = ["Coordination", "Mail"],
        ["Proposals"] = ["Carers", "Conversations", "Coordination", "LifeProjects", "Listings", "Matching", "Organisations"],
    };

    [Fact]
    public void Rules_know_only_what_the_table_says() => Strangers("src/Releve.Core", "Releve.Core", Core, ["Data", "Languages"]).ShouldBeEmpty();

    [Fact]
    public void Screens_know_only_what_the_table_says() => Strangers("src/Releve.Web/Modules", "Releve.Web.Modules", Screens, ["Shared"]).ShouldBeEmpty();

    [Fact]
    public void Rules_name_no_screen_no_database_and_no_web_framework() =>
        SourceFiles.Under("src/Releve.Core", ".cs").Where(file => Outside().IsMatch(file.Text)).Select(file => file.Path).ShouldBeEmpty();

    [Theory]
    [InlineData("src/Releve.Core/Releve.Core.csproj")]
    [InlineData("src/Releve.Sqlite/Releve.Sqlite.csproj", "Releve.Core")]
    [InlineData("src/Releve.Postgres/Releve.Postgres.csproj", "Releve.Core")]
    [InlineData("src/Releve.Web/Releve.Web.csproj", "Releve.Sqlite", "Releve.Postgres")]
    public void Projects_point_one_way(string project, params string[] known)
    {
        var text = SourceFiles.Under(Path.GetDirectoryName(project)!, ".csproj").Single(file => file.Path == project).Text;
        ProjectReference().Matches(text).Select(match => match.Groups["name"].Value).ShouldBe(known, ignoreOrder: true);
    }

    [Fact]
    public void A_stranger_is_found()
    {
        Named("using Releve.Core.Listings;\nvar x = Releve.Core.Search.Plan.Empty;", "Releve.Core").ShouldBe(["Listings", "Search"]);
        Outside().IsMatch("using Microsoft.AspNetCore.Http;").ShouldBeTrue();
    }

    private static IEnumerable<string> Strangers(string folder, string root, Dictionary<string, string[]> table, string[] knownByAll) =>
        SourceFiles
            .Under(folder, ".cs", ".cshtml")
            .Select(file => (file.Path, file.Text, Module: file.Path[(folder.Length + 1)..].Split('/')[0]))
            .Where(file => !file.Module.Contains('.', StringComparison.Ordinal))
            .SelectMany(file =>
                Named(file.Text, root)
                    .Where(name => name != file.Module && !knownByAll.Contains(name))
                    .Where(name => !table.TryGetValue(file.Module, out var known) || !known.Contains(name))
                    .Select(name => $"{file.Path} names {name}")
            );

    private static IEnumerable<string> Named(string text, string root) =>
        Regex
            .Matches(text, @"\b" + Regex.Escape(root) + @"\.(?<module>[A-Z]\w+)", RegexOptions.None, TimeSpan.FromSeconds(5))
            .Select(match => match.Groups["module"].Value)
            .Where(name => name is not ("SiteModules" or "SiteMenu" or "SpaceMenu"))
            .Distinct(StringComparer.Ordinal);

    [GeneratedRegex(@"\b(Releve\.(Web|Sqlite|Postgres)|Microsoft\.AspNetCore|Microsoft\.Data\.Sqlite|Npgsql)\b")]
    private static partial Regex Outside();

    [GeneratedRegex("<ProjectReference Include=\"[^\"]*/(?<name>[\\w.]+)\\.csproj\"")]
    private static partial Regex ProjectReference();
}
