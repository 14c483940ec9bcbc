namespace Releve.Web.Modules.Shared;

/// <summary>What is wrong with a field, and the id of its control.</summary>
public sealed record FieldError(string Id, string Message);
