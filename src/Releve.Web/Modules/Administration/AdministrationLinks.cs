using Releve.Core.Languages;
using Releve.Web.Modules.Shared.Languages;

namespace Releve.Web.Modules.Administration;

/// <summary>Every address of this module.</summary>
public static class AdministrationLinks
{
    public static LocalPath HomePath { get; } = new("administration", "beheer", "administration");
    public static LocalPath TerritoriesPath { get; } = new("administration/territoires", "beheer/gebieden", "administration/territories");
    public static LocalPath TerritoryPath { get; } = new("administration/territoire", "beheer/gebied", "administration/territory");
    public static LocalPath AccountsPath { get; } = new("administration/comptes", "beheer/accounts", "administration/accounts");
    public static LocalPath AccountPath { get; } = new("administration/compte", "beheer/account", "administration/account");
    public static LocalPath JobsPath { get; } = new("administration/taches", "beheer/taken", "administration/jobs");
    public static LocalPath OutboxPath { get; } = new("administration/courriels", "beheer/mails", "administration/outbox");
    public static LocalPath LogPath { get; } = new("administration/journal", "beheer/logboek", "administration/log");

    /// <summary>A territory; without a slug, a new one.</summary>
    public static string Territory(string? slug, Language language) => TerritoryPath.In(language) + (slug is null ? "" : "/" + slug);

    /// <summary>An account.</summary>
    public static string Account(Guid id, Language language) => $"{AccountPath.In(language)}/{id:N}";
}
