namespace Ballast.Sdmx.Formats.Json;

/// <summary>What a message says of itself (SDMX-JSON: meta).</summary>
/// <param name="Id">Identifier of the message: letters, digits, <c>_ @ $ -</c>.</param>
/// <param name="Prepared">When it was made; the caller's clock gives it.</param>
/// <param name="SenderId">Who sends it.</param>
/// <param name="IsTest">Whether it is a test.</param>
public sealed record MessageHeader(string Id, DateTimeOffset Prepared, string SenderId, bool IsTest = false);
